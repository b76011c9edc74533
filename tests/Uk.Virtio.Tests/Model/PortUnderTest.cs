// The driver closed over the models, with the accounting of mbufs that every test ends with.

global using Driver = Uk.Virtio.Net.VirtioNet<
    Uk.Virtio.Tests.Model.ModelBus<Uk.Virtio.Tests.Model.ModelPort>,
    Uk.Virtio.Tests.Model.ModelTransport<Uk.Virtio.Tests.Model.ModelPort>,
    Uk.Virtio.Tests.Model.ModelDevices,
    Uk.Virtio.Tests.Model.ModelPool,
    Uk.Virtio.Tests.Model.ModelRegion,
    Uk.Virtio.Tests.Model.ModelPort,
    Uk.Virtio.Tests.Model.ModelOptions>;

using System;
using System.Collections.Generic;
using Xunit;

namespace Uk.Virtio.Tests.Model;

internal static unsafe class PortUnderTest
{
    public static DropCounters Drops;

    /// <summary>Clean memory, a pool, and the device at index 0; the driver is not up yet.</summary>
    public static void Prepare(ModelDevice device, int mbufs = 255, int dataRoom = 2048)
    {
        ModelMemory.Reset();
        ModelPort.Reset();
        ModelPool.Create(mbufs, dataRoom);
        Drops = default;
        ModelTransport<ModelPort>.Devices = [device];
        ModelTransport<ModelPort>.Lookup = VirtioLookup.Found;
    }

    public static ModelDevice Start(int mbufs = 255, int dataRoom = 2048)
    {
        ModelDevice device = new();
        Prepare(device, mbufs, dataRoom);
        Driver.Initialize();
        return device;
    }

    public static ulong Dropped(DropReason reason) => Drops[(int)reason];

    public static ulong DroppedInAll
    {
        get
        {
            ulong sum = 0;
            foreach (ulong count in (ReadOnlySpan<ulong>)Drops) sum += count;
            return sum;
        }
    }

    /// <summary>One poll; the mbufs of the frames are freed.</summary>
    public static List<byte[]> ReceiveAndFree()
    {
        Burst burst = default;
        Driver.Receive(0, ref burst, ref Drops);
        List<byte[]> frames = [];
        foreach (ref Mbuf mbuf in burst) frames.Add(mbuf.Data.ToArray());
        Free(ref burst);
        return frames;
    }

    public static void Free(ref Burst burst, int from = 0)
    {
        for (int i = from; i < burst.Count; i++) ModelPool.Free(burst.At(i));
        burst.Truncate(0);
    }

    public static Mbuf* NewPacket(ReadOnlySpan<byte> frame)
    {
        Mbuf* mbuf = ModelPool.Allocate();
        Assert.True(mbuf != null, "the pool is empty");
        Assert.True(mbuf->TrySetLength((uint)frame.Length));
        frame.CopyTo(mbuf->Data);
        return mbuf;
    }

    /// <summary>Takes the next packet from the burst's front into the ring, as a port does.</summary>
    public static int Transmit(List<nint> backlog)
    {
        Burst burst = default;
        foreach (nint mbuf in backlog)
            if (!burst.IsFull) burst.Add((Mbuf*)mbuf);
        int taken = Driver.Transmit(0, ref burst);
        Assert.InRange(taken, 0, burst.Count);
        backlog.RemoveRange(0, taken);
        return taken;
    }

    /// <summary>
    /// After the device has sent and returned everything: the receive ring has its mbufs, the pool has all others. An
    /// mbuf that was lost, or is in two places, shows here.
    /// </summary>
    public static void AssertAllMbufsAreInPoolOrRing(int inRing)
    {
        // A pool that is nearly empty makes the driver fetch what the device has sent.
        List<nint> held = [];
        while (ModelPool.Available >= Burst.Capacity) held.Add((nint)ModelPool.Allocate());
        Assert.Empty(ReceiveAndFree());
        foreach (nint mbuf in held) ModelPool.Free((Mbuf*)mbuf);
        Assert.Equal(ModelPool.Capacity - inRing, ModelPool.Available);
    }

    /// <summary>A frame whose bytes depend on its number.</summary>
    public static byte[] Frame(int number, int lengthBytes)
    {
        byte[] frame = new byte[lengthBytes];
        new Random(number).NextBytes(frame);
        return frame;
    }
}
