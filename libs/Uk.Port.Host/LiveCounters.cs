// Where the counters of this process are, for `uk top`, which reads them from the process' memory: nothing is copied while
// packets flow. The list lies in a file without a name, which vanishes with the process: memfd_create(2).

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Uk.EthDev;

namespace Uk.Port.Host;

internal static unsafe partial class LiveCounters
{
    /// <summary>By which `uk top` knows the file.</summary>
    private const string FileName = "uk-live";
    /// <summary>MFD_CLOEXEC.</summary>
    private const uint CloseOnExec = 1;

    /// <summary>Negative where the system gives none: then the process is not seen by `uk top`, and runs as it would.</summary>
    private static int s_file = -1;

    /// <summary>
    /// Adds the queues of a port. The counters are static fields without references, which .NET does not move. Boot only.
    /// </summary>
    public static void Add<TPort>() where TPort : struct, IPortOptions
    {
        if (!OperatingSystem.IsLinux()) return;
        StringBuilder text = new();
        if (s_file < 0)
        {
            s_file = memfd_create(FileName, CloseOnExec);
            text.Append($"program {WithoutBlanks(AppDomain.CurrentDomain.FriendlyName)}\n");
        }
        for (int queue = 0; queue < TPort.Queues; queue++)
        {
            ref PortStatistics counters = ref PortCounters<TPort>.Statistics;
            if (TPort.Queues > 1) counters = ref QueueCounters<TPort>.Of(queue);
            text.Append($"queue {TPort.Index} {queue} {(nuint)Unsafe.AsPointer(ref counters):x} {WithoutBlanks(TPort.Name)}\n");
        }
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        fixed (byte* start = bytes) write(s_file, start, (nuint)bytes.Length);
    }

    private static string WithoutBlanks(string name) => name.Length == 0 ? "-" : name.Replace(' ', '_');

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc")]
    private static partial nint write(int descriptor, byte* bytes, nuint lengthBytes);
}
