// Queues of both formats, without a driver: what is added comes back once, whatever the order; what cannot be is noticed.

using System;
using System.Collections.Generic;
using System.Linq;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

public unsafe partial class VirtqueueTests
{
    /// <summary>A buffer is where its token says: 64 bytes each from the end of the model's memory downwards.</summary>
    private readonly struct Buffers : IVirtqueueBuffers<Buffers>
    {
        public static bool DeviceWrites => true;

        public static ulong Describe(nint token, out uint lengthBytes)
        {
            lengthBytes = 64;
            return IovaOf(token);
        }
    }

    private static ulong IovaOf(nint token) => ModelMemory.ToIova(ModelMemory.Base + ModelMemory.LengthBytes - 64 * (nuint)(1 + token % 10_000));

    private static TQueue Create<TQueue>(VirtqueueFormat format, out VirtqueueAddresses addresses) where TQueue : struct, IVirtqueue<TQueue>
    {
        ModelMemory.Reset();
        nuint shared = ModelMemory.Allocate(TQueue.SharedBytes(format), 64);
        nuint own = ModelMemory.Allocate(TQueue.OwnBytes(format), 64);
        // Whatever was there before must not matter.
        new Span<byte>((void*)shared, (int)TQueue.SharedBytes(format)).Fill(0xA5);
        new Span<byte>((void*)own, (int)TQueue.OwnBytes(format)).Fill(0x5A);
        TQueue queue = default;
        queue.Initialize((byte*)shared, ModelMemory.ToIova(shared), (byte*)own, format);
        addresses = TQueue.AddressesOf(format, ModelMemory.ToIova(shared));
        return queue;
    }

    private static ModelQueue SplitDevice(ushort size, VirtqueueAddresses addresses) => new()
    {
        Size = size,
        DescriptorArea = addresses.DescriptorArea,
        DriverArea = addresses.DriverArea,
        DeviceArea = addresses.DeviceArea,
    };

    /// <summary>What a device of either format can do, for one test of both.</summary>
    private sealed record Device(Func<DeviceChain?> Take, Action<List<DeviceChain>, uint> Complete);

    private static Device Of(ModelPackedQueue queue) => new(() => queue.TryTake(out DeviceChain chain) ? chain : null, queue.Complete);

    private static Device Of(ModelQueue queue) => new(
        () => queue.TryTake(out DeviceChain chain) ? chain : null,
        (batch, length) =>
        {
            foreach (DeviceChain chain in batch) queue.WriteUsed(chain.Head, length);
            queue.ShowUsed();
        });

    [Theory]
    [InlineData(4, false), InlineData(64, false), InlineData(4, true), InlineData(64, true), InlineData(256, true)]
    public void Packed_buffers_come_back_once(int size, bool inOrder)
    {
        VirtqueueFormat format = new() { Size = (ushort)size, InOrder = inOrder };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        Exercise(ref queue, Of(new ModelPackedQueue(format.Size, addresses)), inOrder, lengths: true);
    }

    [Theory]
    [InlineData(4, false), InlineData(64, false), InlineData(4, true), InlineData(64, true), InlineData(256, true)]
    public void Split_buffers_come_back_once(int size, bool inOrder)
    {
        VirtqueueFormat format = new() { Size = (ushort)size, InOrder = inOrder };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        Exercise(ref queue, Of(SplitDevice(format.Size, addresses)), inOrder, lengths: true);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Packed_buffers_that_are_only_read_come_back_once(bool inOrder)
    {
        VirtqueueFormat format = new() { Size = 32, InOrder = inOrder };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        Exercise(ref queue, Of(new ModelPackedQueue(32, addresses)), inOrder, lengths: false);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Split_buffers_that_are_only_read_come_back_once(bool inOrder)
    {
        VirtqueueFormat format = new() { Size = 32, InOrder = inOrder };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        Exercise(ref queue, Of(SplitDevice(32, addresses)), inOrder, lengths: false);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Split_queues_ask_for_an_interrupt_and_look_once_more(bool eventIndex)
    {
        VirtqueueFormat format = new() { Size = 8, EventIndex = eventIndex };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        ushort* flags = (ushort*)ModelMemory.FromIova(addresses.DriverArea, 4);
        ushort* usedEvent = flags + 2 + 8;
        Assert.Equal(1, *flags);
        ArmAndReturn(ref queue, Of(SplitDevice(8, addresses)), returned =>
        {
            Assert.Equal(0, *flags);
            if (eventIndex) Assert.Equal((ushort)returned, *usedEvent);
        });
        Assert.Equal(1, *flags);
        // As far away as it can be.
        if (eventIndex) Assert.Equal((ushort)19, *usedEvent);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public void Packed_queues_ask_for_an_interrupt_and_look_once_more(bool inOrder)
    {
        VirtqueueFormat format = new() { Size = 8, InOrder = inOrder };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        ushort* flags = (ushort*)ModelMemory.FromIova(addresses.DriverArea, 4) + 1;
        Assert.Equal(1, *flags);
        ArmAndReturn(ref queue, Of(new ModelPackedQueue(8, addresses)), _ => Assert.Equal(0, *flags));
        Assert.Equal(1, *flags);
    }

    /// <summary>Twenty buffers, one after the other, each returned after the queue was armed, or just before.</summary>
    private static void ArmAndReturn<TQueue>(ref TQueue queue, Device device, Action<int> checkArmed) where TQueue : struct, IVirtqueue<TQueue>
    {
        ulong errors = 0;
        for (int i = 0; i < 20; i++)
        {
            nint token = i + 1;
            uint written = 0;
            Assert.Equal(1, queue.Add<Buffers>(ref token, 1));
            queue.Publish();
            DeviceChain chain = device.Take()!;
            Assert.True(queue.TryArm());
            checkArmed(i);
            device.Complete([chain], 64);
            Assert.False(queue.TryArm());
            Assert.Equal(1, queue.Take(ref token, ref written, 1, ref errors));
            Assert.True(queue.TryArm());
            queue.Disarm();
        }
    }

    private static void Exercise<TQueue>(ref TQueue queue, Device device, bool inOrder, bool lengths) where TQueue : struct, IVirtqueue<TQueue>
    {
        Random random = new(42);
        nint next = 1;
        Queue<nint> added = [];
        List<(DeviceChain Chain, nint Token)> atDevice = [];
        Queue<nint> returned = [];
        nint[] tokens = new nint[16];
        uint[] written = new uint[16];
        ulong errors = 0;
        for (int step = 0; step < 30_000; step++)
        {
            int count = random.Next(12);
            for (int i = 0; i < count; i++) tokens[i] = next + i;
            int taken = count == 0 ? 0 : queue.Add<Buffers>(ref tokens[0], count);
            Assert.Equal(Math.Min(count, queue.FreeCount + taken), taken);
            for (int i = 0; i < taken; i++) added.Enqueue(next++);
            if (random.Next(3) != 0) queue.Publish();

            while (!queue.HasUnpublished && device.Take() is { } chain)
            {
                nint token = added.Dequeue();
                Assert.Equal(IovaOf(token), chain.Pieces.Single().Iova);
                atDevice.Add((chain, token));
            }
            Return(random, inOrder, !lengths, atDevice, returned, device);
            int back = lengths ? queue.Take(ref tokens[0], ref written[0], 16, ref errors) : queue.TakeDone(ref tokens[0], 16, ref errors);
            for (int i = 0; i < back; i++) Assert.Equal(returned.Dequeue(), tokens[i]);
            if (lengths) Assert.All(written[..back], length => Assert.Equal(64u, length));
            Assert.Equal(added.Count + atDevice.Count + returned.Count, queue.InFlightCount);
        }
        Assert.True(next > 20_000);
        Assert.Equal(0ul, errors);
        Assert.False(queue.IsBroken);
        HashSet<nint> rest = [.. added, .. atDevice.Select(pair => pair.Token), .. returned];
        for (nint token = queue.TakeBack(); token != 0; token = queue.TakeBack()) Assert.True(rest.Remove(token));
        Assert.Empty(rest);
    }

    /// <param name="batches">In order, and nobody asks for lengths: only the last of several is named.</param>
    private static void Return(
        Random random, bool inOrder, bool batches, List<(DeviceChain Chain, nint Token)> atDevice, Queue<nint> returned, Device device)
    {
        int count = random.Next(atDevice.Count + 1);
        if (count == 0) return;
        if (inOrder && batches)
        {
            device.Complete(atDevice.Take(count).Select(pair => pair.Chain).ToList(), 64);
            foreach ((_, nint token) in atDevice.Take(count)) returned.Enqueue(token);
            atDevice.RemoveRange(0, count);
            return;
        }
        for (; count > 0; count--)
        {
            int which = inOrder ? 0 : random.Next(atDevice.Count);
            device.Complete([atDevice[which].Chain], 64);
            returned.Enqueue(atDevice[which].Token);
            atDevice.RemoveAt(which);
        }
    }

    [Theory]
    [InlineData(false, 0), InlineData(true, 0), InlineData(false, 8), InlineData(true, 8)]
    public void Packed_chains_come_back_as_one(bool inOrder, int indirect)
    {
        VirtqueueFormat format = new() { Size = 16, InOrder = inOrder, IndirectLength = (ushort)indirect };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        ExerciseChains(ref queue, Of(new ModelPackedQueue(16, addresses)), indirect);
    }

    [Theory]
    [InlineData(false, 0), InlineData(true, 0)]
    public void Split_chains_come_back_as_one(bool inOrder, int indirect)
    {
        VirtqueueFormat format = new() { Size = 16, InOrder = inOrder, IndirectLength = (ushort)indirect };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        ExerciseChains(ref queue, Of(SplitDevice(16, addresses)), indirect);
    }

    private static void ExerciseChains<TQueue>(ref TQueue queue, Device device, int indirect) where TQueue : struct, IVirtqueue<TQueue>
    {
        Random random = new(7);
        VirtqueueBuffer* pieces = stackalloc VirtqueueBuffer[8];
        nint[] tokens = new nint[16];
        ulong errors = 0;
        Queue<(nint Token, int Count)> added = [];
        nint next = 1;
        for (int step = 0; step < 20_000; step++)
        {
            int count = random.Next(1, 6);
            for (int i = 0; i < count; i++) pieces[i] = new VirtqueueBuffer { Iova = IovaOf(next + i), LengthBytes = (uint)(1 + i) };
            int free = queue.FreeCount;
            bool taken = queue.TryAddChain(pieces, count, next);
            Assert.Equal(free >= (indirect != 0 && count > 1 ? 1 : count), taken);
            if (taken) added.Enqueue((next++, count));
            queue.Publish();
            if (taken && random.Next(3) != 0) continue;
            List<DeviceChain> chains = [];
            while (device.Take() is { } chain) chains.Add(chain);
            Assert.Equal(added.Select(pair => pair.Count), chains.Select(chain => chain.Pieces.Count));
            foreach (DeviceChain chain in chains) device.Complete([chain], 0);
            int back = queue.TakeDone(ref tokens[0], 16, ref errors);
            Assert.Equal(added.Select(pair => pair.Token), tokens[..back]);
            Assert.Equal(16, queue.FreeCount);
            added.Clear();
        }
        Assert.Equal(0ul, errors);
    }

    [Fact]
    public void Split_indirect_table_is_one_descriptor_of_the_ring()
    {
        VirtqueueFormat format = new() { Size = 16, IndirectLength = 4 };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        VirtqueueBuffer* pieces = stackalloc VirtqueueBuffer[3];
        for (int i = 0; i < 3; i++) pieces[i] = new VirtqueueBuffer { Iova = IovaOf(i + 1), LengthBytes = (uint)(10 + i) };
        Assert.True(queue.TryAddChain(pieces, 3, 99));
        Assert.Equal(15, queue.FreeCount);
        byte* entry = ModelMemory.FromIova(addresses.DescriptorArea, 16);
        Assert.Equal(4, *(ushort*)(entry + 12));
        Assert.Equal(48u, *(uint*)(entry + 8));
        byte* table = ModelMemory.FromIova(*(ulong*)entry, 48);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(IovaOf(i + 1), *(ulong*)(table + 16 * i));
            Assert.Equal(10u + (uint)i, *(uint*)(table + 16 * i + 8));
            Assert.Equal(i == 2 ? 0 : 1, *(ushort*)(table + 16 * i + 12));
            if (i < 2) Assert.Equal(i + 1, *(ushort*)(table + 16 * i + 14));
        }
    }

    /// <summary>Where the next entry is depends on the last one, so a lie breaks the queue; what it has is known still.</summary>
    [Theory]
    [InlineData(16, false), InlineData(0xFFFF, false), InlineData(9, false), InlineData(0, false)]
    [InlineData(16, true), InlineData(0xFFFF, true), InlineData(9, true), InlineData(0, true)]
    public void Packed_id_that_cannot_be_breaks_the_queue(int id, bool inOrder)
    {
        VirtqueueFormat format = new() { Size = 16, InOrder = inOrder };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        ModelPackedQueue device = new(16, addresses);
        nint[] tokens = [1, 2, 3, 4, 5, 6, 7, 8];
        uint[] lengths = new uint[8];
        ulong errors = 0;
        Assert.Equal(8, queue.Add<Buffers>(ref tokens[0], 8));
        queue.Publish();
        Assert.True(device.TryTake(out DeviceChain first));
        device.Complete(first, 64);
        // The first buffer's own id once more, one beyond the ring, and one that nobody offered.
        device.WriteUsed((ushort)(id == 0 ? first.Head : id), 64);
        nint[] back = new nint[8];
        Assert.Equal(1, queue.Take(ref back[0], ref lengths[0], 8, ref errors));
        Assert.Equal(1, back[0]);
        Assert.Equal(-1, queue.Take(ref back[0], ref lengths[0], 8, ref errors));
        Assert.True(queue.IsBroken);
        Assert.Equal(0, queue.Take(ref back[0], ref lengths[0], 8, ref errors));
        HashSet<nint> rest = [2, 3, 4, 5, 6, 7, 8];
        for (nint token = queue.TakeBack(); token != 0; token = queue.TakeBack()) Assert.True(rest.Remove(token));
        Assert.Empty(rest);
    }

    [Fact]
    public void Packed_garbage_in_the_ring_returns_no_buffer_twice()
    {
        Random random = new(11);
        for (int round = 0; round < 3000; round++)
        {
            VirtqueueFormat format = new() { Size = 8, InOrder = random.Next(2) == 0 };
            PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
            nint[] tokens = [1, 2, 3, 4, 5, 6, 7, 8], back = new nint[8];
            uint[] lengths = new uint[8];
            ulong errors = 0;
            queue.Add<Buffers>(ref tokens[0], random.Next(1, 9));
            queue.Publish();
            HashSet<nint> seen = [];
            for (int step = 0; step < 10; step++)
            {
                Span<byte> ring = new(ModelMemory.FromIova(addresses.DescriptorArea, 128), 128);
                random.NextBytes(ring);
                for (int i = 0; i < 8; i++) BitConverter.TryWriteBytes(ring[(16 * i + 12)..], (ushort)random.Next(8));
                int count = random.Next(2) == 0
                    ? queue.Take(ref back[0], ref lengths[0], 8, ref errors)
                    : queue.TakeDone(ref back[0], 8, ref errors);
                for (int i = 0; i < count; i++) Assert.True(seen.Add(back[i]), "a buffer came back twice");
                Assert.DoesNotContain(0, seen);
                Assert.InRange(queue.FreeCount, 0, 8);
            }
            for (nint token = queue.TakeBack(); token != 0; token = queue.TakeBack()) Assert.True(seen.Add(token));
        }
    }

    [Fact]
    public void Packed_queue_notifies_as_the_device_asks()
    {
        VirtqueueFormat format = new() { Size = 8, EventIndex = true };
        PackedVirtqueue queue = Create<PackedVirtqueue>(format, out VirtqueueAddresses addresses);
        ModelPackedQueue device = new(8, addresses);
        Assert.Equal(1, device.DriverEventFlags);
        nint[] tokens = new nint[8];
        uint[] lengths = new uint[8];
        ulong errors = 0;
        Random random = new(3);
        int token = 1, notified = 0;
        for (int step = 0; step < 5000; step++)
        {
            // The device wants to hear of the next buffer, of a later one, of none or of each.
            int kind = random.Next(4);
            (int position, bool wrap) = device.NextAvailable;
            int later = random.Next(0, 8);
            int wanted = (position + later) % 8;
            bool wantedWrap = position + later >= 8 ? !wrap : wrap;
            device.SetEvent(kind switch { 0 => 0, 1 => 1, _ => 2 }, wanted, wantedWrap);
            int count = random.Next(1, 9);
            for (int i = 0; i < count; i++) tokens[i] = token++;
            Assert.Equal(count, queue.Add<Buffers>(ref tokens[0], count));
            queue.Publish();
            bool expected = kind switch { 0 => true, 1 => false, _ => later < count };
            Assert.Equal(expected, queue.NeedsNotification());
            notified += expected ? 1 : 0;
            while (device.TryTake(out DeviceChain chain)) device.Complete(chain, 1);
            Assert.Equal(count, queue.Take(ref tokens[0], ref lengths[0], 8, ref errors));
        }
        Assert.InRange(notified, 1000, 4000);
    }

    [Fact]
    public void Split_queue_notifies_at_the_event_index()
    {
        VirtqueueFormat format = new() { Size = 8, EventIndex = true };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        ModelQueue device = SplitDevice(8, addresses);
        ushort* wanted = (ushort*)ModelMemory.FromIova(addresses.DeviceArea + 4 + 8 * 8, 2);
        nint[] tokens = new nint[8];
        uint[] lengths = new uint[8];
        ulong errors = 0;
        Random random = new(5);
        ushort index = 0;
        for (int step = 0; step < 30_000; step++)
        {
            int later = random.Next(0, 12), count = random.Next(1, 9);
            *wanted = (ushort)(index + later);
            for (int i = 0; i < count; i++) tokens[i] = i + 1;
            Assert.Equal(count, queue.Add<Buffers>(ref tokens[0], count));
            queue.Publish();
            Assert.Equal(later < count, queue.NeedsNotification());
            index += (ushort)count;
            while (device.TryTake(out DeviceChain chain)) device.WriteUsed(chain.Head, 1);
            device.ShowUsed();
            Assert.Equal(count, queue.Take(ref tokens[0], ref lengths[0], 8, ref errors));
        }
    }
}
