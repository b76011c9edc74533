using System;
using Uk.Libs.Tests.Mempool;
using Xunit;

namespace Uk.Libs.Tests.Mbufs;

using Pool = TestPool<MbufTests>;

public sealed unsafe class MbufTests
{
    public MbufTests() => Pool.Create(mbufs: 40, dataRoom: 100);

    [Fact]
    public void A_descriptor_is_a_cache_line() => Assert.Equal(64, sizeof(Mbuf));

    [Fact]
    public void The_length_is_bounded_by_the_room()
    {
        Mbuf* packet = Pool.Allocate();
        Assert.True(packet->TrySetLength(100));
        Assert.False(packet->TrySetLength(101));
        Assert.False(packet->TrySetLength(uint.MaxValue));
        Assert.Equal(100u, packet->DataLength);
        Assert.Equal(100, packet->Data.Length);
        Assert.True(packet->TrySetLength(0));
        Assert.True(packet->Data.IsEmpty);
    }

    [Fact]
    public void Data_are_the_bytes_that_the_device_sees()
    {
        Mbuf* packet = Pool.Allocate();
        packet->TrySetLength(3);
        ((ReadOnlySpan<byte>)[1, 2, 3]).CopyTo(packet->Data);
        Assert.Equal(2, packet->DataPointer[1]);
        Assert.Equal((ulong)packet->DataPointer + TestRegion<MbufTests>.IovaDistance, packet->DataIova);
    }

    [Fact]
    public void A_drop_can_be_taken_back()
    {
        Mbuf* packet = Pool.Allocate();
        packet->Drop(DropReason.Policy);
        Assert.Equal(DropReason.Policy, packet->DropReason);
        packet->Drop(DropReason.None);
        Assert.Equal(DropReason.None, packet->DropReason);
    }

    [Fact]
    public void A_burst_enumerates_the_packets_themselves_in_order()
    {
        Burst burst = default;
        for (uint i = 0; i < Burst.Capacity; i++)
        {
            Assert.False(burst.IsFull);
            Mbuf* packet = Pool.Allocate();
            packet->TrySetLength(i);
            burst.Add(packet);
        }
        Assert.True(burst.IsFull);
        uint expected = 0;
        foreach (ref Mbuf packet in burst)
        {
            Assert.Equal(expected, packet.DataLength);
            packet.Drop(DropReason.Policy);
            Assert.Equal(DropReason.Policy, burst.At((int)expected)->DropReason);
            expected++;
        }
        Assert.Equal(32u, expected);
    }

    [Fact]
    public void A_truncated_burst_ends_early()
    {
        Burst burst = default;
        burst.Add(Pool.Allocate());
        burst.Add(Pool.Allocate());
        burst.Truncate(1);
        int count = 0;
        foreach (ref Mbuf packet in burst)
            count++;
        Assert.Equal(1, count);
        burst.Truncate(0);
        foreach (ref Mbuf packet in burst)
            Assert.Fail("an empty burst has a packet");
    }

    [Fact]
    public void Every_reason_has_a_counter_of_its_own()
    {
        DropCounters counters = default;
        foreach (DropReason reason in Enum.GetValues<DropReason>())
        {
            if (reason != DropReason.None) counters.Count(reason);
        }
        Assert.Equal(DropCounters.Length, Enum.GetValues<DropReason>().Length);
        for (int i = 0; i < DropCounters.Length; i++)
            Assert.Equal(i == 0 ? 0UL : 1UL, counters[i]);
    }
}
