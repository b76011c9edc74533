// Interrupts that this processor sends to itself: many at once on a vector that a device would have, and on one that nobody
// has taken. Each rest ends at once, and the counter knows how many were nobody's.

using System;
using System.Threading;
using Uk.Platform;
using Uk.Platform.Kvm;

internal static unsafe class InterruptStorm
{
    private const nuint LocalApic = 0xFEE0_0000, Command = 0x300;
    private const uint ToSelf = 1 << 18, NobodysVector = 0x2E;
    private const int Rounds = 1_000;

    private static void Main()
    {
        KvmPlatform.MapDevice(LocalApic, 4096);
        KvmPlatform.TryAllocateMessage(out InterruptMessage message);
        int rests = 0;
        for (int i = 0; i < Rounds; i++)
        {
            // What comes while one waits to be let in is one with it.
            for (int j = 0; j < 10; j++) Send(message.Data);
            Send(NobodysVector);
            KvmPlatform.Rest(-1, 1_000_000_000);
            // The one of the higher vector came first; the other, if it did not come with it, ends the next rest.
            while (KvmPlatform.SpuriousCount <= (ulong)i) KvmPlatform.Rest(-1, 1_000_000_000);
            rests++;
        }
        Console.WriteLine($"rested {rests} times, spurious {KvmPlatform.SpuriousCount}");

        int vectors = 1;
        while (KvmPlatform.TryAllocateMessage(out _)) vectors++;
        Console.WriteLine($"vectors {vectors}, then {(KvmPlatform.TryAllocateMessage(out _) ? "one more" : "none")}");
    }

    private static void Send(uint vector) => Volatile.Write(ref *(uint*)(LocalApic + Command), ToSelf | vector);
}
