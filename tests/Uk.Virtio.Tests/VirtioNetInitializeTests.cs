// Bringing a port up, and what the driver says when it cannot.

using System;
using System.Linq;
using Uk.EthDev;
using Uk.Virtio.Tests.Model;
using Xunit;
using static Uk.Virtio.Tests.Model.PortUnderTest;

namespace Uk.Virtio.Tests;

public class VirtioNetInitializeTests
{
    [Fact]
    public void Steps_are_in_the_order_of_the_specification()
    {
        ModelDevice device = Start();
        Assert.Equal(
            [
                "status 0", "status 1", "status 3", "get features", "set features", "status 11",
                "queue 0", "queue 1", "status 15",
            ],
            device.Log);
    }

    [Fact]
    public void Only_the_features_that_the_driver_uses_are_agreed()
    {
        ModelDevice device = Start();
        Assert.Equal(
            ModelDevice.VERSION_1 | ModelDevice.MAC | ModelDevice.MRG_RXBUF | ModelDevice.STATUS,
            device.DriverFeatures);
    }

    /// <summary>QEMU would wait for ever with a frame that is longer than all buffers together.</summary>
    [Theory]
    [InlineData(64, 2048, true)]
    [InlineData(32, 2048, false)]
    [InlineData(32, 4096, true)]
    [InlineData(64, 1514, true)]
    [InlineData(32, 1513, true)]
    [InlineData(512, 256, true)]
    public void Mergeable_buffers_are_for_rings_that_hold_the_longest_frame(int descriptors, int dataRoom, bool wanted)
    {
        ModelDevice device = new();
        Prepare(device, mbufs: descriptors, dataRoom);
        ModelPort.RxDescriptors = descriptors;
        Driver.Initialize();
        Assert.Equal(wanted, (device.DriverFeatures & ModelDevice.MRG_RXBUF) != 0);
    }

    [Fact]
    public void Receive_ring_is_full_without_interrupts_and_notified_once_the_device_runs()
    {
        ModelDevice device = Start();
        Assert.Equal(64, device.Rx.OfferedCount);
        Assert.Equal(0, device.Tx.OfferedCount);
        Assert.Equal(1, device.Rx.DriverFlags);
        Assert.Equal(1, device.Tx.DriverFlags);
        Assert.Equal(0u, device.TakeNotification());
    }

    [Fact]
    public void Mac_address_is_read_again_when_the_configuration_changes_meanwhile()
    {
        ModelDevice device = new() { GenerationChanges = 5 };
        Prepare(device);
        Driver.Initialize();
        // Five changes of the first byte: the last one counts.
        Assert.Equal(new MacAddress(0xAD54_0012_3456), Driver.MacAddress);
    }

    [Fact]
    public void Link_follows_the_status_of_the_device()
    {
        ModelDevice device = Start();
        Assert.True(Driver.LinkUp);
        device.Config[6] = 0;
        Assert.False(Driver.LinkUp);
    }

    [Fact]
    public void Link_is_up_where_the_device_has_no_status()
    {
        ModelDevice device = new(ModelDevice.VERSION_1 | ModelDevice.MAC) { Config = [1, 2, 3, 4, 5, 6] };
        Prepare(device);
        Driver.Initialize();
        Assert.True(Driver.LinkUp);
        Assert.False(Driver.Ended);
    }

    [Theory]
    [InlineData(1024u, 64)]
    [InlineData(64u, 64)]
    [InlineData(63u, 32)]
    [InlineData(4u, 4)]
    public void Rings_are_the_greatest_power_of_two_that_the_device_takes(uint offered, int expected)
    {
        ModelDevice device = new();
        device.Rx.SizeMax = device.Tx.SizeMax = offered;
        Prepare(device);
        Driver.Initialize();
        Assert.Equal(expected, device.Rx.Size);
        Assert.Equal(expected, device.Tx.Size);
    }

    [Fact]
    public void Default_rings_need_less_than_six_kilobytes()
    {
        Prepare(new ModelDevice());
        nuint before = ModelMemory.UsedBytes;
        Driver.Initialize();
        Assert.InRange(ModelMemory.UsedBytes - before, 1u, 6u << 10);
    }

    [Fact]
    public void Second_initialisation_starts_afresh()
    {
        ModelDevice device = Start();
        Assert.True(device.Deliver(Frame(1, 60)));
        Assert.Single(ReceiveAndFree());
        device = Start();
        Assert.Equal(64, device.Rx.OfferedCount);
        Assert.True(device.Deliver(Frame(2, 60)));
        Assert.Equal(Frame(2, 60), ReceiveAndFree().Single());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(48)]
    [InlineData(65536)]
    public void Ring_size_that_is_no_power_of_two_in_range_is_refused(int size)
    {
        Prepare(new ModelDevice());
        ModelPort.TxDescriptors = size;
        Assert.Equal($"Port 0 (Wan): TxDescriptors is {size}; it must be a power of two from 4 to 32768.", Refusal());
    }

    [Fact]
    public void Missing_device_names_the_places_and_the_option()
    {
        Prepare(new ModelDevice());
        ModelPort.Index = 1;
        Assert.Equal(
            "Port 1 (Wan): the machine has 1 virtio network devices. Searched: model ModelPort. "
            + "Add one: uk run --port1 with user, tap, pcap:in.pcap,out.pcap or vhost-user:/path.sock. "
            + "To QEMU itself: -netdev user,id=n0 and, on microvm, -device virtio-net-device,netdev=n0 "
            + "-global virtio-mmio.force-legacy=false; on pc and q35, -device virtio-net-pci,netdev=n0.",
            Refusal());
    }

    [Fact]
    public void Legacy_device_names_the_option()
    {
        Prepare(new ModelDevice());
        ModelTransport<ModelPort>.Lookup = VirtioLookup.Legacy;
        Assert.Contains("add -global virtio-mmio.force-legacy=false", Refusal());
    }

    [Fact]
    public void Registers_outside_the_device_are_refused()
    {
        Prepare(new ModelDevice());
        ModelTransport<ModelPort>.Lookup = VirtioLookup.BadLayout;
        Assert.Contains("registers", Refusal());
    }

    [Theory]
    [InlineData(ModelDevice.MAC, "VIRTIO_F_VERSION_1")]
    [InlineData(ModelDevice.VERSION_1, "VIRTIO_NET_F_MAC")]
    public void Missing_feature_is_named(ulong features, string name) =>
        RefusesAndAbandons(new ModelDevice(features), name);

    [Fact]
    public void Rejected_features() => RefusesAndAbandons(new ModelDevice { RejectsFeatures = true }, "iommu_platform");

    [Fact]
    public void Reset_that_never_ends() =>
        RefusesAndAbandons(new ModelDevice { IgnoresReset = true, Status = 1 }, "reset");

    [Fact]
    public void Rejected_queues() => RefusesAndAbandons(new ModelDevice { RejectsQueues = true }, "queues");

    [Fact]
    public void Device_that_breaks_at_the_last_step() =>
        RefusesAndAbandons(new ModelDevice { BreaksAtDriverOk = true }, "asks for a reset");

    [Fact]
    public void Configuration_that_is_too_short() =>
        RefusesAndAbandons(new ModelDevice { Config = [1, 2, 3, 4, 5] }, "configuration");

    [Fact]
    public void Configuration_that_never_rests() =>
        RefusesAndAbandons(new ModelDevice { GenerationChanges = int.MaxValue }, "configuration");

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    public void Queue_that_is_too_small(uint size)
    {
        ModelDevice device = new();
        device.Tx.SizeMax = size;
        RefusesAndAbandons(device, "queue of at least 4 descriptors");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2000)]
    [InlineData(5183)]
    public void Region_without_room_for_the_rings(int room)
    {
        ModelDevice device = new();
        Prepare(device);
        ModelMemory.Limit = ModelMemory.UsedBytes + (nuint)room;
        Refused(device, "too few for the rings");
    }

    [Fact]
    public void Pool_that_is_too_small_for_the_ring()
    {
        ModelDevice device = new();
        Prepare(device, mbufs: 34);
        Refused(device, "34 of its 34 mbufs left for 64 descriptors");
    }

    [Fact]
    public void Buffers_too_small_for_a_device_that_cannot_spread_a_frame()
    {
        ModelDevice device = new(ModelDevice.VERSION_1 | ModelDevice.MAC);
        Prepare(device, dataRoom: 1513);
        Refused(device, "DataRoom of the mempool, which is 1513, must be at least 1514");
    }

    private static void RefusesAndAbandons(ModelDevice device, string text)
    {
        Prepare(device);
        Refused(device, text);
    }

    private static void Refused(ModelDevice device, string text)
    {
        string message = Refusal();
        Assert.StartsWith("Port 0 (Wan), ModelPort device 0: ", message);
        Assert.Contains(text, message);
        Assert.Equal(128, device.Status & 128);
        Assert.Null(device.TakeNotification());
    }

    private static string Refusal() => Assert.Throws<InvalidOperationException>(Driver.Initialize).Message;
}
