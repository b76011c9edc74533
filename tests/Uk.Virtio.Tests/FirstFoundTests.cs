// Several transports as one.

using System;
using Uk.Bus;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

public class FirstFoundTests
{
    private readonly struct A;
    private readonly struct B;
    private readonly struct C;

    private static void Fill<TTag>(BusKind bus, params ModelDevice[] devices)
    {
        ModelTransport<TTag>.Bus = bus;
        ModelTransport<TTag>.Devices = devices;
        ModelTransport<TTag>.Lookup = VirtioLookup.Found;
    }

    [Fact]
    public void Devices_of_three_buses_are_counted_through_whatever_the_nesting()
    {
        Fill<A>(BusKind.Pci, new ModelDevice(), new ModelDevice { Type = 2 });
        Fill<B>(BusKind.VirtioMmio);
        Fill<C>(BusKind.Vdev, new ModelDevice(), new ModelDevice());
        Check<BothBuses<BothBuses<ModelBus<A>, ModelBus<B>>, ModelBus<C>>,
            FirstFound<FirstFound<ModelTransport<B>, ModelTransport<A>>, ModelTransport<C>>>();
        Check<BothBuses<ModelBus<A>, BothBuses<ModelBus<B>, ModelBus<C>>>,
            FirstFound<ModelTransport<C>, FirstFound<ModelTransport<B>, ModelTransport<A>>>>();
    }

    private static void Check<TBus, TTransport>()
        where TBus : struct, IBus<TBus>
        where TTransport : struct, IVirtioTransport<TTransport>
    {
        ModelDevice[] expected = [ModelTransport<A>.Devices[0], .. ModelTransport<C>.Devices];
        string[] names = ["A device 0", "C device 0", "C device 1"];
        Assert.Equal(3, ModelSearch<TBus>.Count(1));
        Assert.Equal(1, ModelSearch<TBus>.Count(2));
        Assert.Equal("model A; model B; model C", TBus.SearchedPlaces<ModelDevices>());
        Assert.Equal(VirtioLookup.Missing, ModelSearch<TBus, TTransport>.Find(1, 3, out _));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(VirtioLookup.Found, ModelSearch<TBus, TTransport>.Find(1, i, out VirtioDevice handle));
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
        Fill<A>(BusKind.Pci, new ModelDevice());
        Fill<B>(BusKind.VirtioMmio, new ModelDevice());
        ModelTransport<A>.Lookup = VirtioLookup.Legacy;
        Assert.Equal(VirtioLookup.Legacy, Find(0, out VirtioDevice handle));
        Assert.Equal("A device 0", FirstFound<ModelTransport<A>, ModelTransport<B>>.Describe(handle));
        Assert.Equal(VirtioLookup.Found, Find(1, out _));
    }

    private static VirtioLookup Find(int index, out VirtioDevice handle) =>
        ModelSearch<BothBuses<ModelBus<A>, ModelBus<B>>, FirstFound<ModelTransport<A>, ModelTransport<B>>>.Find(1, index, out handle);
}
