// A mempool that knows where every mbuf is: freeing one twice, or one that is not its own, fails the test.

using System;
using System.Collections.Generic;
using Uk.Mempool;

namespace Uk.Virtio.Tests.Model;

internal readonly unsafe struct ModelPool : IMempool<ModelPool>
{
    private static readonly Stack<nint> _free = new();
    private static readonly HashSet<nint> _out = [];

    public static int Capacity { get; private set; }
    public static int Available => _free.Count;
    public static int InUseCount => _out.Count;
    public static int DataRoomBytes { get; private set; }

    public static void Create(int mbufs, int dataRoom = 2048)
    {
        _free.Clear();
        _out.Clear();
        Capacity = mbufs;
        DataRoomBytes = dataRoom;
        for (int i = 0; i < mbufs; i++)
        {
            Mbuf* mbuf = (Mbuf*)ModelMemory.Allocate((nuint)sizeof(Mbuf), 64);
            uint room = Mbuf.Headroom + (uint)dataRoom;
            nuint memory = ModelMemory.Allocate(room, 64);
            if (mbuf == null || memory == 0) throw new InvalidOperationException("the model's memory is too small");
            mbuf->Bind((byte*)memory, ModelMemory.ToIova(memory), room);
            _free.Push((nint)mbuf);
        }
    }

    public static Mbuf* Allocate()
    {
        if (!_free.TryPop(out nint mbuf)) return null;
        _out.Add(mbuf);
        ((Mbuf*)mbuf)->Reset();
        return (Mbuf*)mbuf;
    }

    public static void Free(Mbuf* mbuf)
    {
        if (!_out.Remove((nint)mbuf)) throw new InvalidOperationException("an mbuf was freed that nobody had");
        _free.Push((nint)mbuf);
    }

    public static bool TryAllocate(ref Burst burst, int count)
    {
        if (count > Available) return false;
        for (int i = 0; i < count; i++) burst.Add(Allocate());
        return true;
    }

    public static void Free(ref Burst burst)
    {
        for (int i = 0; i < burst.Count; i++) Free(burst.At(i));
        burst.Truncate(0);
    }

    public static Mbuf* Clone(Mbuf* packet) => PacketCopies<ModelPool>.Clone(packet);

    public static Mbuf* Copy(Mbuf* packet, uint offsetBytes, uint lengthBytes) =>
        PacketCopies<ModelPool>.Copy(packet, offsetBytes, lengthBytes);

    public static bool TryLinearize(Mbuf* packet) => PacketCopies<ModelPool>.TryLinearize(packet);
}
