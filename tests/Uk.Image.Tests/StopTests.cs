// A process ends when it is asked to, also as the first one of a container, to which the kernel's own way of ending does not
// apply: loops end, and what stands behind them runs.

using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using Uk.Qemu;
using Xunit;

namespace Uk.Image.Tests;

public sealed class StopTests
{
    private const int SigTerm = 15, SigInt = 2, SignalStatus = 128;

    /// <summary>One that polls, one that rests, and one without ports; as any process, and as the first of its namespace.</summary>
    [Theory]
    [InlineData("apps/L2Forward", SigTerm, false)]
    [InlineData("apps/L2Forward", SigTerm, true)]
    [InlineData("apps/L2Forward", SigInt, true)]
    [InlineData("tests/Uk.Image.Tests/Probes/IdlePing", SigTerm, true)]
    [InlineData("tests/Uk.Image.Tests/Probes/EchoLines", SigTerm, true)]
    public void A_process_that_is_asked_to_end_does(string project, int signal, bool isFirst)
    {
        string image = Images.Published(project, "linux");
        var command = new ChildCommand(image, ["--port0=null"]);
        if (isFirst)
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root makes a namespace of processes here: run the tests as root");
            command = command.RunBy(new HostTool("unshare", "util-linux").Require(), "--pid", "--fork", "--kill-child", "--");
        }
        using ChildProcess process = ChildProcess.Start(command, ChildInput.Pipe);
        int target = process.Id;
        Assert.True(SpinWait.SpinUntil(() => TryFind(process.Id, isFirst, image, out target), Patience.Long), "the image does not start");
        // The signal may come before its handler: a first process then never hears of it.
        Assert.True(SpinWait.SpinUntil(() => Catches(target, signal), Patience.Long), "the image has no handler");
        using (Process kill = Process.Start("kill", ["-" + signal.ToString(CultureInfo.InvariantCulture), target.ToString(CultureInfo.InvariantCulture)])!) kill.WaitForExit();
        Assert.True(process.WaitForExit(Patience.Long), "the image goes on");
        Assert.Equal(SignalStatus + signal, process.ExitCode);
    }

    private static bool TryFind(int started, bool isFirst, string image, out int found)
    {
        found = isFirst ? ProcessTree.DescendantsOf(started).FirstOrDefault(id => Executable(id) == image) : started;
        return found != 0 && Executable(found) == image;
    }

    private static string Executable(int id)
    {
        try
        {
            return System.IO.File.ResolveLinkTarget($"/proc/{id}/exe", returnFinalTarget: false)?.FullName ?? "";
        }
        catch (System.IO.IOException)
        {
            return "";
        }
    }

    /// <summary>proc(5): SigCgt, a bit for each signal from 1 on.</summary>
    private static bool Catches(int id, int signal)
    {
        string line = System.IO.File.ReadLines($"/proc/{id}/status").First(each => each.StartsWith("SigCgt:", StringComparison.Ordinal));
        return (ulong.Parse(line.AsSpan("SigCgt:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) != 0;
    }
}
