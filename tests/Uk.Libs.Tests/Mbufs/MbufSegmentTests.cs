using System;
using System.Linq;
using Uk.Libs.Tests.Mempool;
using Xunit;

namespace Uk.Libs.Tests.Mbufs;

using Pool = TestPool<MbufSegmentTests>;
using Others = TestPool<MbufSegmentTests.Other>;

public sealed unsafe class MbufSegmentTests
{
    internal struct Other;

    public MbufSegmentTests()
    {
        Pool.Create(mbufs: 40, dataRoom: 100, trackOwnership: true, chains: true);
        Others.Create(mbufs: 10, dataRoom: 500, trackOwnership: true, chains: true);
    }

    private static Mbuf* Packet(params int[] segmentLengths)
    {
        Mbuf* packet = null;
        byte next = 0;
        foreach (int length in segmentLengths)
        {
            Mbuf* segment = Pool.Allocate();
            Assert.True(segment->TrySetLength((uint)length));
            foreach (ref byte data in segment->Data) data = next++;
            if (packet == null) packet = segment;
            else Assert.True(packet->TryChain(segment));
        }
        return packet;
    }

    private static byte[] Bytes(Mbuf* packet)
    {
        byte[] bytes = [];
        for (Mbuf* segment = packet; segment != null; segment = segment->Next) bytes = [.. bytes, .. segment->Data];
        return bytes;
    }

    private static byte[] Counting(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];

    private static void AssertAllFree()
    {
        Assert.Equal((0, 0), (Pool.InUseCount, Others.InUseCount));
        Assert.Equal((0UL, 0UL), (Pool.BadFrees, Others.BadFrees));
        // As they were: a whole room of their own each, and no second segment.
        for (Mbuf* mbuf = Pool.Allocate(); mbuf != null; mbuf = Pool.Allocate())
            Assert.Equal((1, 100u, 128u, 1, false), (mbuf->SegmentCount, mbuf->Capacity, mbuf->HeadroomLength, mbuf->ReferenceCount, mbuf->IsClone));
    }

    [Fact]
    public void A_chain_is_one_packet()
    {
        Mbuf* packet = Packet(10, 20, 30);
        Assert.Equal((3, 10u, 60u), (packet->SegmentCount, packet->DataLength, packet->PacketLength));
        Assert.False(packet->IsContiguous);
        Assert.False(packet->IsPlain);
        Assert.Equal(30u, packet->LastSegment->DataLength);
        Assert.True(packet->TryChain(Packet(5, 6)));
        Assert.Equal((5, 71u), (packet->SegmentCount, packet->PacketLength));
        Assert.True(packet->TrySetLength(4));
        Assert.Equal(65u, packet->PacketLength);
        Pool.Free(packet);
        AssertAllFree();
    }

    [Fact]
    public void Bytes_are_added_and_cut_at_both_ends()
    {
        Mbuf* packet = Packet(10, 90);
        Assert.True(packet->Append(11) == null);
        byte* added = packet->Append(10);
        Assert.True(added == packet->LastSegment->DataPointer + 90);
        Assert.Equal(110u, packet->PacketLength);
        Assert.True(packet->TryTrim(100));
        Assert.False(packet->TryTrim(1));
        Assert.Equal((10u, 10u), (packet->PacketLength, packet->DataLength));
        Assert.True(packet->TryAdjust(4));
        Assert.False(packet->TryAdjust(7));
        Assert.Equal(Counting(10)[4..], packet->Data.ToArray());
        Assert.True(packet->Prepend(133) == null);
        Assert.True(packet->Prepend(132) != null);
        Assert.Equal((0u, 138u), (packet->HeadroomLength, packet->DataLength));
        Pool.Free(packet);
        AssertAllFree();
    }

    [Fact]
    public void A_pool_without_chains_makes_none()
    {
        Pool.Create(mbufs: 4, chains: false);
        Mbuf* first = Pool.Allocate();
        Mbuf* second = Pool.Allocate();
        Assert.False(first->TryChain(second));
        Assert.True(Pool.Clone(first) == null);
        Assert.False(first->TryAttach(second));
        Assert.True(first->IsPlain);
        Pool.Free(first);
        Pool.Free(second);
        Assert.Equal(0, Pool.InUseCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_clone_keeps_the_room_until_both_are_free(bool originalFirst)
    {
        Mbuf* packet = Packet(40, 30);
        packet->RequestOffloads(MbufOffloads.TxTcpChecksum, 14, 20, 32, 1448);
        Mbuf* clone = Pool.Clone(packet);
        Mbuf* again = Pool.Clone(clone);
        Assert.Equal(Bytes(packet), Bytes(again));
        Assert.True(clone->DataPointer == packet->DataPointer);
        Assert.Equal((true, 3, 3), (clone->IsClone, clone->ReferenceCount, packet->ReferenceCount));
        Assert.Equal((70u, 2, 1448u, MbufOffloads.TxTcpChecksum), (clone->PacketLength, clone->SegmentCount, clone->SegmentSize, clone->Offloads));
        Assert.Equal(6, Pool.InUseCount);
        Pool.Free(originalFirst ? packet : clone);
        Assert.Equal(originalFirst ? 6 : 4, Pool.InUseCount);
        Assert.Equal(Counting(70), Bytes(again));
        Pool.Free(originalFirst ? clone : packet);
        Assert.Equal(Counting(70), Bytes(again));
        Pool.Free(again);
        AssertAllFree();
    }

    [Fact]
    public void A_clone_that_runs_out_of_mbufs_leaves_nothing()
    {
        Mbuf* packet = Packet(1, 2, 3);
        Mbuf* held = null;
        while (Pool.Available > 2)
        {
            Mbuf* mbuf = Pool.Allocate();
            if (held == null) held = mbuf;
            else Assert.True(held->TryChain(mbuf));
        }
        Assert.True(Pool.Clone(packet) == null);
        Assert.True(Pool.Copy(packet, 0, 6) != null);
        Assert.Equal((1, 1), (Pool.Available, packet->ReferenceCount));
        Pool.Free(held);
        Pool.Free(packet);
        Assert.Equal(1, Pool.InUseCount);
    }

    [Theory]
    [InlineData(0, 180, 2)]
    [InlineData(95, 20, 1)]
    [InlineData(100, 80, 1)]
    [InlineData(180, 0, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(79, 101, 2)]
    public void A_copy_has_the_bytes_that_are_asked_for(uint offset, uint length, int segments)
    {
        Mbuf* packet = Packet(100, 80);
        Mbuf* copy = Pool.Copy(packet, offset, length);
        Assert.Equal(Counting(180)[(int)offset..(int)(offset + length)], Bytes(copy));
        Assert.Equal((length, segments), (copy->PacketLength, copy->SegmentCount));
        Pool.Free(packet);
        Pool.Free(copy);
        AssertAllFree();
    }

    [Fact]
    public void A_copy_of_more_than_there_is_is_none()
    {
        Mbuf* packet = Packet(100, 80);
        Assert.True(Pool.Copy(packet, 0, 181) == null);
        Assert.True(Pool.Copy(packet, 181, 0) == null);
        Assert.True(Pool.Copy(packet, 1, uint.MaxValue) == null);
        Pool.Free(packet);
        AssertAllFree();
    }

    [Fact]
    public void Segments_are_joined_where_the_first_has_room()
    {
        Mbuf* packet = Packet(30, 40, 30);
        Assert.True(Pool.TryLinearize(packet));
        Assert.Equal((1, 100u), (packet->SegmentCount, packet->DataLength));
        Assert.Equal(Counting(100), Bytes(packet));
        Assert.Equal(1, Pool.InUseCount);
        Mbuf* tooLong = Packet(50, 51);
        Assert.False(Pool.TryLinearize(tooLong));
        Assert.Equal(2, tooLong->SegmentCount);
        Mbuf* shared = Packet(10, 10);
        Mbuf* clone = Pool.Clone(shared);
        Assert.False(Pool.TryLinearize(shared));
        Assert.False(Pool.TryLinearize(clone));
        foreach (nint each in (nint[])[(nint)packet, (nint)tooLong, (nint)shared, (nint)clone]) Pool.Free((Mbuf*)each);
        AssertAllFree();
    }

    /// <summary>As where a packet comes in at one port and leaves through another that has a pool of its own.</summary>
    [Fact]
    public void A_segment_of_another_pool_goes_back_there()
    {
        Mbuf* packet = Packet(10);
        Mbuf* other = Others.Allocate();
        Assert.True(other->TrySetLength(7));
        Assert.True(packet->TryChain(other));
        Mbuf* clone = Others.Clone(packet);
        Assert.Equal((1, 3), (Pool.InUseCount, Others.InUseCount));
        Others.Free(packet);
        Assert.Equal((1, 3), (Pool.InUseCount, Others.InUseCount));
        Pool.Free(clone);
        AssertAllFree();
    }

    [Fact]
    public void Offloads_are_what_was_asked_for_until_the_mbuf_is_used_again()
    {
        Mbuf* packet = Pool.Allocate();
        packet->SetReceived(MbufOffloads.RxL4ChecksumGood | MbufOffloads.RxLro, 1400);
        packet->SetHash(0xDEADBEEF);
        packet->SetPort(7);
        Assert.Equal(MbufOffloads.RxL4ChecksumGood | MbufOffloads.RxLro | MbufOffloads.RxHash, packet->Offloads);
        Assert.Equal((1400u, 0xDEADBEEFu, 7), (packet->SegmentSize, packet->Hash, packet->Port));
        Mbuf* copy = Pool.Copy(packet, 0, 0);
        Assert.Equal((0xDEADBEEFu, packet->Offloads), (copy->Hash, copy->Offloads));
        packet->RequestOffloads(MbufOffloads.TxUdpChecksum, 18, 40);
        Assert.Equal((MbufOffloads.TxUdpChecksum, 18u, 40u, 0u, 0u), (packet->Offloads, packet->L2Length, packet->L3Length, packet->L4Length, packet->SegmentSize));
        Pool.Free(packet);
        Assert.Equal(MbufOffloads.None, Pool.Allocate()->Offloads);
    }
}
