using Uk;
using Uk.Memory;
using Uk.Mempool;
using Uk_Module;
using Xunit;

[MemoryRegion(Size = 256 * Size.KiB)]
partial struct PacketMemory;

[Mempool<PacketMemory>(Mbufs = 31)]
partial struct Packets;

[FrameSizes]
partial struct Sizes;

public sealed unsafe class FrameSizesTests
{
    [Fact]
    public void Frames_are_counted_by_the_next_power_of_two()
    {
        Receive(60, 64, 65, 1024, 1500, 1514);
        Assert.Equal(2ul, Sizes.CountUpTo(64));
        Assert.Equal(1ul, Sizes.CountUpTo(128));
        Assert.Equal(0ul, Sizes.CountUpTo(256));
        Assert.Equal(1ul, Sizes.CountUpTo(1024));
        Assert.Equal(2ul, Sizes.CountUpTo(2048));
        Assert.Equal(0ul, Sizes.CountUpTo(100));
    }

    private static void Receive(params uint[] lengths)
    {
        Burst burst = default;
        foreach (uint length in lengths)
        {
            Mbuf* packet = Packets.Allocate();
            Assert.True(packet->TrySetLength(length));
            burst.Add(packet);
        }
        Sizes.Received(port: 0, queue: 0, ref burst);
        Packets.Free(ref burst);
    }
}
