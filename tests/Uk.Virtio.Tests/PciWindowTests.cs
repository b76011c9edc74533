// The window of memory through which configuration space is reached, and a host bridge that says wrong things about it.

using Uk.Pci;
using Uk.Virtio.Tests.Model;
using Xunit;
using ModelPciBus = Uk.Pci.PciBus<Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>;

namespace Uk.Virtio.Tests;

public class PciWindowTests
{
    private const ulong Start = 0xB000_0000;
    private readonly ModelPci _pci = ModelPci.WithHostBridge();

    public PciWindowTests()
    {
        ModelMachine.Reset();
        ModelMachine.Pci = _pci;
    }

    [Fact]
    public void Functions_are_found_and_configured_through_the_window()
    {
        _pci.AddWindow(Start, 1);
        _pci.AddBridge(0, 2, 0, secondary: 255);
        ModelFunction function = _pci.Add(255, 31, 7, 0x1AF4, 0x1041);
        _pci.Add(255, 31, 0, 0x1AF4, 0x1042).Set8(0x0E, 0x80);
        function.SetBar(4, 0x38_0000_0000, 0x4000, 0xC);
        function.Set32(0x100, 0x0001_0003);
        ModelPciBus.Initialize();
        int looked = ModelMachine.ConfigurationPortUses;
        Assert.Equal($"PCI, all buses, through memory at 0x{0x7000_0000_0000 + Start:x}", ModelPciBus.SearchedPlaces<ModelDevices>());
        Assert.Equal([(Start, 256ul << 20)], ModelMachine.Mapped);

        Assert.True(PciSearch.TryFind(0, out PciAddress address));
        Assert.Equal((255, 31, 7), (address.Bus, address.Device, address.Function));
        Assert.True(ModelPciBus.TryGetMemoryBar(address, 4, out PciMemoryBar range));
        Assert.Equal((0x38_0000_0000ul, 0x4000ul), (range.Address, range.LengthBytes));
        ModelPciBus.Enable(address);
        Assert.Equal(0x0406, function.Command);
        Assert.Equal(0x0001_0003u, ModelPciBus.Read32(address, 0x100));
        Assert.Equal(looked, ModelMachine.ConfigurationPortUses);
    }

    [Theory]
    [InlineData(3u, 128)]
    [InlineData(5u, 64)]
    public void Buses_behind_a_shorter_window_are_reached_through_ports(uint register, int buses)
    {
        _pci.AddWindow(Start, register, buses);
        _pci.AddBridge(0, 2, 0, (byte)(buses - 1));
        _pci.AddBridge(0, 3, 0, (byte)buses);
        _pci.Add((byte)(buses - 1), 0, 0, 0x1AF4, 0x1041).Set32(0x100, 7);
        _pci.Add((byte)buses, 0, 0, 0x1AF4, 0x1041).Set32(0x100, 7);
        ModelPciBus.Initialize();
        Assert.Equal(2, ModelSearch<ModelPciBus>.Count(1));
        PciSearch.TryFind(0, out PciAddress inside);
        PciSearch.TryFind(1, out PciAddress outside);
        Assert.Equal((7u, uint.MaxValue), (ModelPciBus.Read32(inside, 0x100), ModelPciBus.Read32(outside, 0x100)));
        ModelPciBus.Write32(outside, 0x110, 1);
        Assert.Equal((buses, 0x1041), (outside.Bus, ModelPciBus.Read16(outside, 2)));
    }

    [Theory]
    [InlineData(Start, 0u)]                       // off
    [InlineData(Start, 7u)]                       // a length that is reserved
    [InlineData(0ul, 1u)]
    [InlineData(Start + (64 << 20), 1u)]          // not where its length allows
    [InlineData(Start + (64 << 20), 3u)]
    [InlineData(Start + (32 << 20), 5u)]
    [InlineData(Start, 9u)]                       // reserved bits of the address
    [InlineData(1ul << 36, 1u)]                   // beyond what the chipset addresses
    [InlineData(0xFFFF_FFFF_F000_0000ul, 1u)]
    public void What_cannot_be_a_window_is_not_mapped(ulong start, uint register)
    {
        _pci.AddWindow(start, register);
        CheckPorts();
        Assert.Empty(ModelMachine.Mapped);
    }

    [Fact]
    public void A_window_in_which_the_bridge_does_not_answer_is_not_used()
    {
        ModelPci other = ModelPci.WithHostBridge();
        _pci.AddWindow(Start, 1);
        // Something is there, and it is not this machine's configuration space.
        ModelMachine.Add(Start, 256 << 20, new MmioRegisters(null));
        CheckPorts();

        // A bridge, but another one than at the ports.
        other.AddWindow(Start, 3);
        CheckPorts();
    }

    [Fact]
    public void Another_bridge_is_not_asked_for_a_window()
    {
        _pci.Add(0, 0, 0, 0x8086, 0x1237);
        _pci.AddWindow(Start, 1);
        CheckPorts();
        Assert.Empty(ModelMachine.Mapped);
    }

    private void CheckPorts()
    {
        _pci.Add(0, 3, 0, 0x1AF4, 0x1041);
        ModelPciBus.Initialize();
        Assert.Equal("PCI, all buses, through ports", ModelPciBus.SearchedPlaces<ModelDevices>());
        Assert.Equal(1, ModelSearch<ModelPciBus>.Count(1));
        Assert.Equal(uint.MaxValue, ModelPciBus.Read32(new PciAddress(0, 3, 0), 0x100));
    }
}
