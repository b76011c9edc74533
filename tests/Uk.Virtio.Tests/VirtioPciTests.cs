// virtio functions on a PCI bus, whose capabilities are sometimes nonsense.

using System;
using Uk.Virtio.Tests.Model;
using Xunit;
using ModelPciBus = Uk.Pci.PciBus<Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>;
using PciTransport = Uk.Virtio.Pci.VirtioPci<
    Uk.Pci.PciBus<Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>,
    Uk.Virtio.Tests.Model.ModelMachine,
    Uk.Virtio.Tests.Model.ModelMachine>;

namespace Uk.Virtio.Tests;

public class VirtioPciTests
{
    private const ulong BarStart = 0x38_0000_0000;
    private readonly ModelPci _pci = ModelPci.WithHostBridge();
    private readonly ModelDevice _device = new();
    private readonly PciRegisters _registers;

    public VirtioPciTests()
    {
        ModelMachine.Reset();
        ModelMachine.Pci = _pci;
        ModelPciBus.Initialize();
        PortUnderTest.Prepare(_device);
        _registers = new PciRegisters(_device) { QueueNotifyOff = 1 };
        ModelMachine.Add(BarStart, PciRegisters.LengthBytes, _registers);
    }

    private ModelFunction AddFunction(byte device = 3, ushort id = 0x1000)
    {
        ModelFunction function = _pci.Add(0, device, 0, 0x1AF4, id);
        function.SetBar(0, 0xC000, 0x20, 1);
        function.SetBar(4, BarStart, PciRegisters.LengthBytes, 0xC);
        return function;
    }

    private static void AddStructures(ModelFunction function, uint multiplier = 4)
    {
        function.AddCapability(0x84, 9, PciRegisters.Capability(5, 0, 0, 0));
        function.AddCapability(0x70, 9, PciRegisters.Capability(2, 4, PciRegisters.NotifyOffset, 0x1000, multiplier));
        function.AddCapability(0x60, 9, PciRegisters.Capability(4, 4, PciRegisters.DeviceOffset, 0x1000));
        function.AddCapability(0x50, 9, PciRegisters.Capability(3, 4, 0x1000, 0x1000));
        function.AddCapability(0x40, 9, PciRegisters.Capability(1, 4, PciRegisters.CommonOffset, 0x1000));
        function.AddCapability(0x98, 0x11, []);
    }

    [Theory]
    [InlineData(0x1000)]
    [InlineData(0x1041)]
    public void Registers_are_those_of_the_specification(ushort id)
    {
        ModelFunction function = AddFunction(id: id);
        AddStructures(function);
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle));
        Assert.Equal("PCI device 00:03.0", PciTransport.Describe(handle));
        Assert.Equal("PCI, all buses, through ports", ModelPciBus.SearchedPlaces<ModelDevices>());
        Assert.Equal(0x0406, function.Command);
        TransportChecks.Check<PciTransport>(handle, _device);
        Assert.Equal(0xFFFF, _registers.ConfigVector);
        Assert.Equal(0u, PciTransport.GetQueueSizeMax(handle, 2));
        Assert.True(
            PciTransport.TryEnableQueue(handle, 1, 64, TransportChecks.Addresses, out VirtqueueDoorbell doorbell));
        Assert.Equal(handle.Notify + 4, doorbell.Address);
        Assert.Equal((1, 2), (doorbell.QueueIndex, doorbell.WidthBytes));
        Assert.Equal(0xFFFF, _registers.QueueVectors[1]);
        TransportChecks.CheckQueue(_device.Tx);
        Assert.Equal(0u, PciTransport.GetQueueSizeMax(handle, 1));
        _device.RejectsQueues = true;
        Assert.False(PciTransport.TryEnableQueue(handle, 0, 64, TransportChecks.Addresses, out _));
    }

    /// <summary>The entries of a table of messages, of 32 bits each.</summary>
    private sealed class MessageTable : IModelRegisters
    {
        public readonly uint[] Words = new uint[16];
        public uint Read(uint offset, int widthBytes) => Words[offset / 4];
        public void Write(uint offset, uint value, int widthBytes) => Words[offset / 4] = value;
    }

    private const ulong TableBar = 0xFE00_0000;

    /// <summary>MSI-X with so many entries in BAR 1, whose length is 4096.</summary>
    private static MessageTable AddMessages(ModelFunction function, int entries, uint offset = 0, byte bar = 1)
    {
        MessageTable table = new();
        function.SetBar(1, (uint)TableBar, 0x1000, 0);
        ModelMachine.Add(TableBar, 0x1000, table);
        byte[] body = new byte[10];
        BitConverter.TryWriteBytes(body, (ushort)(entries - 1));
        BitConverter.TryWriteBytes(body.AsSpan(2), offset | bar);
        function.AddCapability(0xB0, 0x11, body);
        return table;
    }

    [Fact]
    public void Each_queue_interrupts_by_a_message_of_its_own()
    {
        ModelFunction function = AddFunction();
        AddStructures(function);
        MessageTable table = AddMessages(function, entries: 3);
        ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle);
        VirtioInterrupt first = default;
        Assert.True(PciTransport.TryEnableInterrupt(handle, 0, ref first));
        Assert.True(first.IsConnected);
        Assert.Equal([0xFEE0_0000u, 1u, 0x41u, 0u], table.Words[..4]);
        Assert.Equal(0, _registers.QueueVectors[0]);
        // After a reset of the device: the same message again.
        Assert.True(PciTransport.TryEnableInterrupt(handle, 0, ref first));
        Assert.Equal(1, ModelMachine.MessagesTaken);
    }

    [Theory]
    [InlineData(0x1000u, 1)]
    [InlineData(0xFF8u, 1)]
    [InlineData(0u, 0)]
    [InlineData(0u, 7)]
    public void A_table_outside_of_the_function_is_refused(uint offset, byte bar)
    {
        ModelFunction function = AddFunction();
        AddStructures(function);
        MessageTable table = AddMessages(function, entries: 1, offset, bar);
        ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle);
        VirtioInterrupt interrupt = default;
        Assert.False(PciTransport.TryEnableInterrupt(handle, 0, ref interrupt));
        Assert.All(table.Words, word => Assert.Equal(0u, word));
    }

    [Fact]
    public void A_device_without_vectors_is_polled()
    {
        ModelFunction function = AddFunction();
        AddStructures(function);
        AddMessages(function, entries: 1);
        _registers.RejectsVectors = true;
        ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle);
        VirtioInterrupt interrupt = default;
        Assert.False(PciTransport.TryEnableInterrupt(handle, 0, ref interrupt));
    }

    [Fact]
    public void Lowest_slot_is_the_first_device()
    {
        AddStructures(AddFunction(device: 5));
        AddStructures(AddFunction(device: 2, id: 0x1041));
        _pci.Add(0, 3, 0, 0x1AF4, 0x1001);
        Assert.Equal(2, ModelSearch<ModelPciBus>.Count(1));
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice first));
        Assert.Equal("PCI device 00:02.0", PciTransport.Describe(first));
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 1, out VirtioDevice second));
        Assert.Equal("PCI device 00:05.0", PciTransport.Describe(second));
        Assert.Equal(VirtioLookup.Missing, ModelSearch<ModelPciBus, PciTransport>.Find(1, 2, out _));
        Assert.Equal(1, ModelSearch<ModelPciBus>.Count(2));
        Assert.Equal(0, ModelSearch<ModelPciBus>.Count(16));
    }

    [Fact]
    public void Without_host_bridge_there_is_nothing()
    {
        ModelMachine.Pci = null;
        ModelPciBus.Initialize();
        Assert.Equal(VirtioLookup.Missing, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out _));
        Assert.Equal("PCI, no host bridge", ModelPciBus.SearchedPlaces<ModelDevices>());
    }

    [Fact]
    public void Function_without_virtio_capabilities_is_a_legacy_one()
    {
        AddFunction().AddCapability(0x98, 0x11, []);
        Assert.Equal(VirtioLookup.Legacy, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle));
        Assert.Equal("PCI device 00:03.0", PciTransport.Describe(handle));
        Assert.Empty(ModelMachine.Mapped);
    }

    [Theory]
    [InlineData(1, 0, 0u, 0x38u)]               // I/O range
    [InlineData(1, 1, 0u, 0x38u)]               // no such range
    [InlineData(1, 6, 0u, 0x38u)]               // no such register
    [InlineData(1, 255, 0u, 0x38u)]
    [InlineData(1, 4, 0u, 0x37u)]               // shorter than the structure
    [InlineData(1, 4, 2u, 0x38u)]               // not aligned
    [InlineData(1, 4, 0x4000u, 0x38u)]          // behind the range
    [InlineData(1, 4, 0x3FFCu, 0x38u)]          // reaches past its end
    [InlineData(1, 4, 0xFFFF_FFFCu, 0x38u)]
    [InlineData(1, 4, 0u, 0xFFFF_FFFFu)]
    [InlineData(2, 4, 0x4000u, 2u)]
    [InlineData(2, 4, 0x3001u, 2u)]
    [InlineData(2, 4, 0x3000u, 1u)]
    [InlineData(2, 5, 0x3000u, 2u)]
    public void Structure_outside_its_range_does_not_count(byte type, byte bar, uint offset, uint length)
    {
        ModelFunction function = AddFunction();
        byte other = (byte)(3 - type);
        function.AddCapability(0x84, 9, PciRegisters.Capability(other, 4, 0x3000, 0x1000, 4));
        function.AddCapability(0x60, 9, PciRegisters.Capability(type, bar, offset, length, 4));
        Assert.Equal(VirtioLookup.BadLayout, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out _));
        Assert.Empty(ModelMachine.Mapped);

        // A right one behind a wrong one does.
        function.AddCapability(0xA8, 9, PciRegisters.Capability(type, 4, 0x3000, 0x1000, 4));
        function.AddCapability(0xC0, 9, PciRegisters.Capability(type, bar, offset, length, 4));
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out _));
    }

    [Theory]
    [InlineData(0xF4, 14)]   // virtio_pci_cap does not fit before the end
    [InlineData(0xC0, 13)]   // says that it is shorter than itself
    public void Capability_that_is_cut_does_not_count(byte offset, byte sayLength)
    {
        ModelFunction function = AddFunction();
        byte[] body = PciRegisters.Capability(1, 4, 0, 0x1000)[..Math.Min(14, 0x100 - offset - 2)];
        body[0] = sayLength;
        function.AddCapability(offset, 9, body);
        Assert.Equal(VirtioLookup.Legacy, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out _));
    }

    [Fact]
    public void Device_structure_may_be_absent_and_only_what_it_has_is_read()
    {
        ModelFunction function = AddFunction();
        function.AddCapability(0x60, 9, PciRegisters.Capability(2, 4, PciRegisters.NotifyOffset, 0x1000, 4));
        function.AddCapability(0x40, 9, PciRegisters.Capability(1, 4, PciRegisters.CommonOffset, 0x1000));
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle));
        Assert.False(VirtioConfig<PciTransport>.TryRead16(handle, 0, out _));
    }

    [Theory]
    [InlineData(1, 4u, 0x1000u, true)]
    [InlineData(0xFFFF, 0u, 2u, true)]
    [InlineData(0x7FF, 2u, 0x1000u, true)]
    [InlineData(0x800, 2u, 0x1000u, false)]
    [InlineData(1, 1u, 0x1000u, false)]
    [InlineData(0xFFFF, 0xFFFF_FFFEu, 0x1000u, false)]
    public void Notification_address_lies_in_the_structure(int off, uint multiplier, uint length, bool accepted)
    {
        ModelFunction function = AddFunction();
        function.AddCapability(0x60, 9, PciRegisters.Capability(2, 4, PciRegisters.NotifyOffset, length, multiplier));
        function.AddCapability(0x40, 9, PciRegisters.Capability(1, 4, PciRegisters.CommonOffset, 0x1000));
        _registers.QueueNotifyOff = (ushort)off;
        Assert.Equal(VirtioLookup.Found, ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out VirtioDevice handle));
        Assert.Equal(
            accepted,
            PciTransport.TryEnableQueue(handle, 1, 64, TransportChecks.Addresses, out VirtqueueDoorbell doorbell));
        if (accepted) Assert.InRange(doorbell.Address - handle.Notify, 0u, length - 2);
        Assert.Equal(accepted, _device.Tx.Enabled);
    }

    [Fact]
    public void Random_capabilities_never_map_what_is_outside_the_ranges()
    {
        Random random = new(31337);
        for (int round = 0; round < 5_000; round++)
        {
            ModelMachine.Mapped.Clear();
            ModelFunction function = AddFunction();
            AddStructures(function);
            for (int i = random.Next(1, 12); i > 0; i--)
                function.Space[random.Next(0x34, 0x100)] = (byte)random.Next(256);
            ModelSearch<ModelPciBus, PciTransport>.Find(1, 0, out _);
            Assert.All(ModelMachine.Mapped, range =>
            {
                Assert.InRange(range.Address, BarStart, BarStart + PciRegisters.LengthBytes);
                Assert.InRange(range.Length, 1ul, BarStart + PciRegisters.LengthBytes - range.Address);
            });
        }
    }
}
