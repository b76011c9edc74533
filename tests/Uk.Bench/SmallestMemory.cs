// The least memory with which a guest still does its work, by halving.

using System;
using Uk.Image.Tests;
using Uk.Qemu;

namespace Uk.Bench;

internal static class SmallestMemory
{
    /// <summary>QEMU rounds guest memory up to this.</summary>
    private const long StepKiB = 8;
    private const long LeastKiB = 1024;
    private const long MostKiB = 64 * 1024;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>In KiB, a multiple of the step.</summary>
    /// <exception cref="TimeoutException">It does not work with the most either.</exception>
    public static long Find(Func<long, bool> worksWithKiB, long mostKiB = MostKiB, long stepKiB = StepKiB)
    {
        if (!worksWithKiB(mostKiB)) throw new TimeoutException($"the guest does not work with {mostKiB} KiB either");
        long low = Math.Max(1, LeastKiB / stepKiB), high = mostKiB / stepKiB;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (worksWithKiB(middle * stepKiB)) high = middle;
            else low = middle + 1;
        }
        return low * stepKiB;
    }

    public static bool Prints(QemuOptions options, string text)
    {
        using var qemu = QemuProcess.Start(options);
        return qemu.Console.WaitFor(text, s_patience) && !qemu.Console.Text.Contains("PANIC", StringComparison.Ordinal);
    }

    /// <summary>Twenty pings, so that every buffer of the guest's rings is used.</summary>
    public static bool AnswersPing(QemuOptions options)
    {
        using var peer = new FramePeer();
        using var qemu = QemuProcess.Start(options with { Network = peer.Backend });
        if (!qemu.Console.WaitFor("ping responder: ", s_patience)) return false;
        for (ushort i = 0; i < 20; i++)
        {
            peer.Send(Frames.EchoRequest(1, i, new byte[1400]));
            if (peer.Receive(s_patience) is null) return false;
        }
        return true;
    }
}
