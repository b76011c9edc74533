// How many instructions a ping costs the guest: it is stepped through, one by one, from one look at the receive ring to the
// next.

using System;
using System.Linq;
using System.Text.RegularExpressions;
using Uk.Image.Tests;
using Uk.Qemu;

namespace Uk.Bench;

internal static class InstructionsPerPing
{
    private const int Patience = 200_000;

    /// <summary>Instructions of a look that finds nothing, and of one that finds a ping and answers it.</summary>
    public static (int Idle, int Busy) Count(QemuOptions options, string symbolsPath)
    {
        GuestSymbol receive = GuestSymbols.Load(symbolsPath).Matching(new Regex("VirtioNet.*__PollOnly$")).Single(symbol => symbol.Kind == 't');
        using var folder = TemporaryFolder.Create();
        string socket = folder.File("gdb");
        using var peer = new FramePeer();
        using var qemu = QemuProcess.Start(options with { Network = peer.Backend, Extra = ["-gdb", $"unix:{socket},server=on,wait=off"] });
        qemu.WaitForText("ping responder: ", TimeSpan.FromSeconds(20));
        // The first answers touch everything once.
        for (ushort i = 0; i < 100; i++)
        {
            peer.Send(Frames.EchoRequest(1, i, new byte[56]));
            if (peer.Receive(TimeSpan.FromSeconds(5)) is null) throw new TimeoutException($"no reply\n{qemu.Describe()}");
        }

        using var debugger = GdbClient.Connect(socket);
        debugger.RunTo(receive.Address);
        int idle = StepsToNext(debugger, receive.Address);
        peer.Send(Frames.EchoRequest(2, 0, new byte[56]));
        for (int look = 0; look < Patience / idle; look++)
        {
            int steps = StepsToNext(debugger, receive.Address);
            if (steps > 2 * idle) return (idle, steps);
        }
        throw new TimeoutException("the guest does not see the ping while it is stepped through");
    }

    private static int StepsToNext(GdbClient debugger, ulong address)
    {
        for (int steps = 1; steps < Patience; steps++)
            if (debugger.Step() == address) return steps;
        throw new TimeoutException("the guest does not look at its receive ring again");
    }
}
