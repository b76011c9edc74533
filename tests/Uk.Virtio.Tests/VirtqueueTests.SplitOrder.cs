// Split queues whose device returns buffers out of their turn, or writes whatever it likes.

using System;
using System.Collections.Generic;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

public unsafe partial class VirtqueueTests
{
    /// <summary>
    /// In order, descriptors are handed out again in the order of the table, so a buffer that comes back before its turn
    /// would be written over: §2.7.9. Whatever is true of the id, the queue is broken, and what it has is known.
    /// </summary>
    [Theory]
    [InlineData(1), InlineData(7), InlineData(0), InlineData(9), InlineData(15), InlineData(16), InlineData(int.MaxValue)]
    public void Split_buffer_out_of_its_turn_breaks_the_queue_that_is_in_order(int id)
    {
        VirtqueueFormat format = new() { Size = 16, InOrder = true };
        SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
        ModelQueue device = SplitDevice(16, addresses);
        nint[] tokens = [1, 2, 3, 4, 5, 6, 7, 8], back = new nint[8];
        uint[] lengths = new uint[8];
        ulong errors = 0;
        Assert.Equal(8, queue.Add<Buffers>(ref tokens[0], 8));
        queue.Publish();
        // The first one in its turn, then not the second (id 1) where another is asked for.
        device.WriteUsed(0, 64);
        device.WriteUsed((uint)(id == 1 ? 2 : id), 64);
        device.ShowUsed();
        Assert.Equal(1, queue.Take(ref back[0], ref lengths[0], 8, ref errors));
        Assert.Equal(1, back[0]);
        Assert.Equal(-1, queue.Take(ref back[0], ref lengths[0], 8, ref errors));
        Assert.True(queue.IsBroken);
        HashSet<nint> rest = [2, 3, 4, 5, 6, 7, 8];
        for (nint token = queue.TakeBack(); token != 0; token = queue.TakeBack()) Assert.True(rest.Remove(token));
        Assert.Empty(rest);
    }

    /// <summary>Whatever a device writes into the used ring, of either order: each buffer comes back once, none is lost.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Split_garbage_in_the_ring_loses_no_buffer(bool inOrder)
    {
        Random random = new(27);
        nint[] back = new nint[8];
        uint[] lengths = new uint[8];
        for (int round = 0; round < 3000; round++)
        {
            VirtqueueFormat format = new() { Size = 8, InOrder = inOrder };
            SplitVirtqueue queue = Create<SplitVirtqueue>(format, out VirtqueueAddresses addresses);
            ModelQueue device = SplitDevice(8, addresses);
            HashSet<nint> held = [];
            nint next = 1;
            ulong errors = 0;
            for (int step = 0; step < 12; step++)
            {
                nint[] tokens = [next, next + 1, next + 2, next + 3];
                int added = queue.IsBroken ? 0 : queue.Add<Buffers>(ref tokens[0], random.Next(1, 5));
                for (int i = 0; i < added; i++) Assert.True(held.Add(next++));
                queue.Publish();
                for (int i = random.Next(4); i > 0 && queue.InFlightCount > 0; i--) device.WriteUsed((uint)random.Next(9), 64);
                device.ShowUsed();
                int count = queue.Take(ref back[0], ref lengths[0], 8, ref errors);
                for (int i = 0; i < count; i++) Assert.True(held.Remove(back[i]), "a buffer came back twice");
            }
            for (nint token = queue.TakeBack(); token != 0; token = queue.TakeBack()) Assert.True(held.Remove(token));
            Assert.Empty(held);
        }
    }
}
