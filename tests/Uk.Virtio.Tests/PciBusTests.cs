// Scanning, base address registers and the list of capabilities, on configuration space that is sometimes nonsense.

using System;
using System.Collections.Generic;
using Uk.Pci;
using Uk.Virtio.Tests.Model;
using Xunit;
using ModelPciBus = Uk.Pci.PciBus<Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>;

namespace Uk.Virtio.Tests;

public class PciBusTests
{
    private readonly ModelPci _pci = ModelPci.WithHostBridge();

    public PciBusTests()
    {
        ModelMachine.Reset();
        ModelMachine.Pci = _pci;
        ModelPciBus.Initialize();
    }

    [Fact]
    public void Machine_without_host_bridge_is_left_alone()
    {
        ModelPci empty = new();
        ModelMachine.Pci = empty;
        ModelPciBus.Initialize();
        Assert.Equal("PCI, no host bridge", ModelPciBus.SearchedPlaces<ModelDevices>());
        Assert.Equal(0, ModelSearch<ModelPciBus>.Count(1));
        Assert.False(PciSearch.TryFind(0, out _));
        Assert.Equal([(ushort)0], empty.Visited);
        Assert.Empty(ModelMachine.Mapped);
    }

    [Fact]
    public void Matches_are_numbered_by_bus_device_and_function()
    {
        _pci.Add(0, 31, 0, 0x8086, 0x2918).Set8(0x0E, 0x80);
        _pci.Add(0, 31, 7, 0x1AF4, 0x1041);
        _pci.AddBridge(0, 2, 0, secondary: 200);
        _pci.AddBridge(200, 0, 0, secondary: 255);
        _pci.Add(255, 31, 0, 0x1AF4, 0x1041);
        _pci.Add(200, 1, 0, 0x1AF4, 0x1041);
        _pci.Add(0, 3, 0, 0x1AF4, 0x1000);
        _pci.Add(0, 4, 0, 0x1AF4, 0x1042);
        _pci.Add(0, 5, 0, 0x1AF5, 0x1041);
        List<ushort> found = [];
        for (int i = 0; PciSearch.TryFind(i, out PciAddress address); i++) found.Add(address.Value);
        Assert.Equal([0x0018, 0x00FF, 0xC808, 0xFFF8], found);
        Assert.Equal(4, ModelSearch<ModelPciBus>.Count(1));
        Assert.False(PciSearch.TryFind(-1, out _));
        PciAddress last = new(255, 31, 0);
        Assert.Equal((255, 31, 0), (last.Bus, last.Device, last.Function));
    }

    [Fact]
    public void Functions_of_a_device_that_has_one_are_not_looked_at()
    {
        _pci.Add(0, 3, 0, 0x1234, 0x1111);
        _pci.Add(0, 3, 1, 0x1AF4, 0x1041);
        Assert.Equal(0, ModelSearch<ModelPciBus>.Count(1));
        Assert.DoesNotContain((ushort)0x19, _pci.Visited);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Bridges_that_point_back_do_not_make_a_loop(byte secondary)
    {
        _pci.AddBridge(0, 2, 0, secondary: 2);
        _pci.AddBridge(2, 0, 0, secondary);
        _pci.Add(2, 1, 0, 0x1AF4, 0x1041);
        Assert.Equal(1, ModelSearch<ModelPciBus>.Count(1));
        Assert.DoesNotContain(_pci.Visited, key => key >> 8 is not (0 or 2));
    }

    [Fact]
    public void Configuration_is_read_and_written_in_every_width()
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.Set32(0x40, 0x44332211);
        PciAddress address = new(0, 3, 0);
        Assert.Equal(0x44332211u, ModelPciBus.Read32(address, 0x40));
        Assert.Equal([0x2211, 0x4433], [ModelPciBus.Read16(address, 0x40), ModelPciBus.Read16(address, 0x42)]);
        Assert.Equal([0x11, 0x22, 0x33, 0x44],
            [ModelPciBus.Read8(address, 0x40), ModelPciBus.Read8(address, 0x41), ModelPciBus.Read8(address, 0x42), ModelPciBus.Read8(address, 0x43)]);
        ModelPciBus.Write16(address, 4, 0x0102);
        Assert.Equal(0x0102, function.Command);
        ModelPciBus.Write8(address, 4, 0x03);
        Assert.Equal(0x0103, function.Command);
        ModelPciBus.Enable(address);
        Assert.Equal(0x0507, function.Command);
    }

    [Theory]
    [InlineData(0, 0xFEBD_1000, 0x1000, 0u)]
    [InlineData(0, 0xFEBD_1000, 0x10, 8u)]
    [InlineData(4, 0xFE00_0000, 0x4000, 0xCu)]
    [InlineData(4, 0x38_0000_0000, 0x4000, 0xCu)]
    [InlineData(2, 0x40_0000_0000, 0x10_0000_0000, 0x4u)]
    public void Memory_range_is_measured_and_left_as_it_was(int bar, ulong start, ulong length, uint flags)
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.SetBar(bar, start, length, flags);
        function.Set16(4, 0x0107);
        byte[] before = (byte[])function.Space.Clone();
        Assert.True(ModelPciBus.TryGetMemoryBar(new PciAddress(0, 3, 0), bar, out PciMemoryBar range));
        Assert.Equal((start, length), (range.Address, range.LengthBytes));
        Assert.Equal(before, function.Space);
        Assert.False(function.MovedWhileDecoding);
    }

    [Fact]
    public void What_is_no_memory_range_is_refused()
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.SetBar(0, 0xC000, 0x20, 1);
        function.SetBar(1, 0, 0x1000, 0);
        function.SetBar(2, 0xFE00_0000, 0x1000, 2);
        function.SetBar(5, 0xFE00_0000, 0x1000, 4);
        PciAddress address = new(0, 3, 0);
        for (int bar = -1; bar < 8; bar++) Assert.False(ModelPciBus.TryGetMemoryBar(address, bar, out _), $"bar {bar}");

        function.SetBar(4, 0xFFFF_FFFF_FFFF_F000, 0x1000, 4);
        Assert.True(ModelPciBus.TryGetMemoryBar(address, 4, out _));
        // A bridge has other registers there.
        ModelFunction bridge = _pci.AddBridge(0, 4, 0, 1);
        bridge.SetBar(2, 0xFE00_0000, 0x1000, 0);
        Assert.False(ModelPciBus.TryGetMemoryBar(new PciAddress(0, 4, 0), 2, out _));
    }

    [Fact]
    public void Range_contains_only_what_lies_in_it()
    {
        PciMemoryBar range = new(0xFE00_0000, 0x1000);
        Assert.True(range.Contains(0, 0x1000));
        Assert.True(range.Contains(0x1000, 0));
        Assert.False(range.Contains(1, 0x1000));
        Assert.False(range.Contains(0x1001, 0));
        Assert.False(range.Contains(ulong.MaxValue, 2));
        Assert.False(range.Contains(2, ulong.MaxValue));
    }

    [Fact]
    public void Capabilities_come_in_the_order_of_the_list()
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.AddCapability(0xFC, 0x11, []);
        function.AddCapability(0x40, 0x09, []);
        function.AddCapability(0x84, 0x05, []);
        // The two low bits are reserved.
        function.Space[0x34] |= 3;
        Assert.Equal([(0x84, 5), (0x40, 9), (0xFC, 0x11)], Walk());
        PciCapabilities<ModelPciBus> walk = new(new PciAddress(0, 3, 0));
        Assert.True(walk.MoveNext());
        Assert.True(walk.Has(0x100 - 0x84));
        Assert.False(walk.Has(0x100 - 0x83));
    }

    [Fact]
    public void Function_without_a_list_has_no_capabilities()
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.AddCapability(0x40, 0x09, []);
        function.Set16(6, 0);
        Assert.Empty(Walk());
    }

    [Theory]
    [InlineData(0x40)]
    [InlineData(0x41)]
    [InlineData(0x80)]
    public void List_that_loops_ends(byte next)
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.AddCapability(0x40, 0x09, []);
        function.AddCapability(0x80, 0x09, []);
        function.Space[0x41] = next;
        Assert.Equal(48, Walk().Count);
    }

    [Theory]
    [InlineData(0x3C)]
    [InlineData(0x04)]
    [InlineData(0x01)]
    public void List_that_leads_into_the_header_ends_there(byte next)
    {
        ModelFunction function = _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        function.AddCapability(0x40, 0x09, []);
        function.Space[0x41] = next;
        Assert.Equal([(0x40, 9)], Walk());
    }

    [Fact]
    public void Random_configuration_space_neither_hangs_nor_throws()
    {
        Random random = new(99);
        for (int round = 0; round < 500; round++)
        {
            ModelFunction function = _pci.Add(0, (byte)random.Next(1, 32), 0, 0x1AF4, 0x1041);
            random.NextBytes(function.Space.AsSpan(4));
            foreach (ref uint mask in function.BarMask.AsSpan()) mask = (uint)random.NextInt64(1L << 32);
            int count = ModelSearch<ModelPciBus>.Count(1);
            Assert.InRange(count, 1, 32 * 8);
            for (int i = 0; i < count; i++)
            {
                Assert.True(PciSearch.TryFind(i, out PciAddress address));
                PciCapabilities<ModelPciBus> walk = new(address);
                int steps = 0;
                while (walk.MoveNext()) steps++;
                Assert.InRange(steps, 0, 48);
                for (int bar = 0; bar < 6; bar++)
                {
                    if (!ModelPciBus.TryGetMemoryBar(address, bar, out PciMemoryBar range)) continue;
                    Assert.True(ulong.IsPow2(range.LengthBytes));
                    Assert.True(range.Address + (range.LengthBytes - 1) >= range.Address);
                }
            }
        }
    }

    private static List<(int Offset, int Id)> Walk()
    {
        List<(int, int)> found = [];
        PciCapabilities<ModelPciBus> walk = new(new PciAddress(0, 3, 0));
        while (walk.MoveNext()) found.Add((walk.Offset, walk.Id));
        return found;
    }
}
