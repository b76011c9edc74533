// Several transports as one.

using System;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

public class FirstFoundTests
{
    private readonly struct A;
    private readonly struct B;
    private readonly struct C;

    private static void Fill<TTag>(params ModelDevice[] devices)
    {
        ModelTransport<TTag>.Devices = devices;
        ModelTransport<TTag>.Lookup = VirtioLookup.Found;
    }

    [Fact]
    public void Devices_of_three_transports_are_counted_through_whatever_the_nesting()
    {
        Fill<A>(new ModelDevice(), new ModelDevice { Type = 2 });
        Fill<B>();
        Fill<C>(new ModelDevice(), new ModelDevice());
        Check<FirstFound<FirstFound<ModelTransport<A>, ModelTransport<B>>, ModelTransport<C>>>();
        Check<FirstFound<ModelTransport<A>, FirstFound<ModelTransport<B>, ModelTransport<C>>>>();
    }

    private static void Check<TTransport>() where TTransport : struct, IVirtioTransport<TTransport>
    {
        ModelDevice[] expected = [ModelTransport<A>.Devices[0], .. ModelTransport<C>.Devices];
        string[] names = ["A device 0", "C device 0", "C device 1"];
        Assert.Equal(3, TTransport.Count(1));
        Assert.Equal(1, TTransport.Count(2));
        Assert.Equal("model A; model B; model C", TTransport.SearchedPlaces);
        Assert.Equal(VirtioLookup.Missing, TTransport.Find(1, 3, out _));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(VirtioLookup.Found, TTransport.Find(1, i, out VirtioDevice handle));
            Assert.Equal(names[i], TTransport.Describe(handle));
            PortUnderTest.Prepare(expected[i]);
            TransportChecks.Check<TTransport>(handle, expected[i]);
            Assert.True(
                TTransport.TryEnableQueue(handle, 1, 64, TransportChecks.Addresses, out VirtqueueDoorbell doorbell));
            Assert.Equal(expected[i].DoorbellAddress, doorbell.Address);
            TransportChecks.CheckQueue(expected[i].Tx);
        }
    }

    [Fact]
    public void Device_that_is_there_but_unusable_is_not_passed_over()
    {
        Fill<A>(new ModelDevice());
        Fill<B>(new ModelDevice());
        ModelTransport<A>.Lookup = VirtioLookup.Legacy;
        Assert.Equal(
            VirtioLookup.Legacy,
            FirstFound<ModelTransport<A>, ModelTransport<B>>.Find(1, 0, out VirtioDevice handle));
        Assert.Equal("A device 0", FirstFound<ModelTransport<A>, ModelTransport<B>>.Describe(handle));
        Assert.Equal(VirtioLookup.Found, FirstFound<ModelTransport<A>, ModelTransport<B>>.Find(1, 1, out _));
    }
}
