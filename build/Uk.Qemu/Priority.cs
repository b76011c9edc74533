using System;
using System.IO;

namespace Uk.Qemu;

/// <summary>Cores for measurements on a machine that does other things beside.</summary>
public static class Priority
{
    /// <summary>
    /// The command in a session of its own, which the scheduler prefers where this user may ask for that: sched(7), "The
    /// autogroup feature".
    /// </summary>
    public static ChildCommand Raise(ChildCommand command)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/proc/self/autogroup")) return command;
        return command.RunBy("setsid", "--wait", "sh", "-c", "echo -20 > /proc/self/autogroup 2> /dev/null; exec \"$@\"", "sh");
    }

    /// <summary>The command on one core.</summary>
    public static ChildCommand Pin(ChildCommand command, int core) =>
        command.RunBy("taskset", "--cpu-list", core.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
