// Slots of virtio-mmio devices, and the registers in them.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Uk.Virtio.Tests.Model;
using Xunit;
using MmioBus = Uk.Virtio.Mmio.VirtioMmioBus<
    Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>;
using MmioTransport = Uk.Virtio.Mmio.VirtioMmio<Uk.Virtio.Tests.Model.ModelMachine, Uk.Virtio.Tests.Model.ModelMachine>;

namespace Uk.Virtio.Tests;

public class VirtioMmioTests
{
    private const ulong MicrovmBase = 0xFEB0_0000;

    private static void FillMicrovm(int slots = 24)
    {
        for (int i = 0; i < slots; i++) ModelMachine.Add(MicrovmBase + 512 * (ulong)i, 512, new MmioRegisters(null));
    }

    private static void PutMicrovm(int slot, ModelDevice device, uint version = 2) =>
        ModelMachine.Add(MicrovmBase + 512 * (ulong)slot, 512, new MmioRegisters(device, version));

    [Theory]
    [InlineData(24)]
    [InlineData(8)]
    public void Microvm_counts_from_the_highest_slot(int slots)
    {
        ModelMachine.Reset();
        FillMicrovm(slots);
        PutMicrovm(slots - 1, new ModelDevice());
        PutMicrovm(slots - 2, new ModelDevice { Type = 2 });
        PutMicrovm(slots - 3, new ModelDevice());
        Assert.Equal(2, ModelSearch<MmioBus>.Count(1));
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice first));
        Assert.Equal(MicrovmBase + 512 * (ulong)(slots - 1), first.Location);
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 1, out VirtioDevice second));
        Assert.Equal(MicrovmBase + 512 * (ulong)(slots - 3), second.Location);
        Assert.Equal(VirtioLookup.Missing, ModelSearch<MmioBus, MmioTransport>.Find(1, 2, out _));
        Assert.Equal("virtio-mmio, 24 slots from 0xfeb00000", MmioBus.SearchedPlaces<ModelDevices>());
        Assert.Equal($"virtio-mmio device at 0xfeb0{512 * (slots - 1):x4}", MmioTransport.Describe(first));
        Assert.All(ModelMachine.Mapped, range => Assert.InRange(range.Address, MicrovmBase, MicrovmBase + 512 * 23));
    }

    [Theory]
    [InlineData("virtio_mmio.device=512@0xd0000000:12", 12u, true)]
    [InlineData("virtio_mmio.device=512@0xd0000000:24", 24u, false)]
    [InlineData("virtio_mmio.device=512@0xd0000000:0", 0u, false)]
    [InlineData("virtio_mmio.device=512@0xd0000000:5000000000", 0u, false)]
    public void A_line_that_the_command_line_names_is_connected_once(string commandLine, uint line, bool exists)
    {
        ModelMachine.Reset(commandLine);
        ModelMachine.Add(0xD000_0000, 512, new MmioRegisters(new ModelDevice()));
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice device));
        Assert.Equal(line, device.InterruptLine);
        VirtioInterrupt interrupt = default;
        Assert.Equal(exists, MmioTransport.TryEnableInterrupt(device, 0, ref interrupt));
        Assert.Equal(exists, MmioTransport.TryEnableInterrupt(device, 0, ref interrupt));
        Assert.Equal(exists ? [line] : [], ModelMachine.Lines);
    }

    [Fact]
    public void The_slots_of_microvm_have_the_lines_of_the_second_controller()
    {
        ModelMachine.Reset();
        FillMicrovm();
        PutMicrovm(23, new ModelDevice());
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice device));
        Assert.Equal(47u, device.InterruptLine);
    }

    [Fact]
    public void Machine_with_pci_is_never_touched_at_the_places_of_microvm()
    {
        ModelMachine.Reset();
        ModelMachine.Pci = ModelPci.WithHostBridge();
        FillMicrovm();
        PutMicrovm(23, new ModelDevice());
        Assert.Equal(0, ModelSearch<MmioBus>.Count(1));
        Assert.Equal(VirtioLookup.Missing, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out _));
        Assert.Empty(ModelMachine.Mapped);
        Assert.Equal(
            "virtio-mmio, no slots (none on the command line, and this machine has PCI)", MmioBus.SearchedPlaces<ModelDevices>());
    }

    [Fact]
    public void Legacy_device_keeps_its_number_and_is_told_apart()
    {
        ModelMachine.Reset();
        FillMicrovm();
        PutMicrovm(23, new ModelDevice(), version: 1);
        PutMicrovm(22, new ModelDevice());
        Assert.Equal(2, ModelSearch<MmioBus>.Count(1));
        Assert.Equal(VirtioLookup.Legacy, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice device));
        Assert.Equal("virtio-mmio device at 0xfeb02e00", MmioTransport.Describe(device));
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 1, out _));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(uint.MaxValue)]
    public void Slot_of_an_unknown_version_is_none(uint version)
    {
        ModelMachine.Reset();
        FillMicrovm();
        PutMicrovm(23, new ModelDevice(), version);
        Assert.Equal(0, ModelSearch<MmioBus>.Count(1));
    }

    [Fact]
    public void Command_line_names_the_slots_and_their_order()
    {
        ModelMachine.Reset(
            "console=ttyS0 virtio_mmio.device=512@0xfeb00e00:12 "
            + "virtio_mmio.device=4K@0xd0000000:5:3 x=virtio_mmio.device=1");
        FillMicrovm();
        PutMicrovm(23, new ModelDevice());
        PutMicrovm(7, new ModelDevice());
        ModelMachine.Add(0xD000_0000, 4096, new MmioRegisters(new ModelDevice()));
        Assert.Equal(2, ModelSearch<MmioBus>.Count(1));
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice first));
        Assert.Equal(0xFEB0_0E00ul, first.Location);
        Assert.Equal(0x100u, first.ConfigLengthBytes);
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 1, out VirtioDevice second));
        Assert.Equal(0xD000_0000ul, second.Location);
        Assert.Equal(0xF00u, second.ConfigLengthBytes);
        Assert.Equal(
            [(0xFEB0_0E00, 512), (0xD000_0000, 4096)],
            ModelMachine.Mapped.Select(range => ((long)range.Address, (int)range.Length)).Distinct());
        Assert.Equal("virtio-mmio, 2 slots named on the command line (0 more malformed)", MmioBus.SearchedPlaces<ModelDevices>());
    }

    [Theory]
    [InlineData("512@0xfeb00e00:12", 0xFEB0_0E00, 512)]
    [InlineData("0x200@4273999360:12", 0xFEC0_0E00, 512)]
    [InlineData("4k@0XD0000000:5", 0xD000_0000, 4096)]
    [InlineData("1M@0xd0000000:5:0", 0xD000_0000, 1 << 20)]
    [InlineData("260@0x10:0", 0x10, 260)]
    [InlineData("512@0xffffffffffe00:5", 0xF_FFFF_FFFF_FE00, 512)]
    public void Entry_is_read(string entry, ulong address, int length)
    {
        ModelMachine.Reset("virtio_mmio.device=" + entry);
        Assert.Equal(0, ModelSearch<MmioBus>.Count(1));
        Assert.Equal([(address, (ulong)length)], ModelMachine.Mapped);
    }

    [Theory]
    [InlineData("")]
    [InlineData("512")]
    [InlineData("512@")]
    [InlineData("512@:5")]
    [InlineData("@0xd0000000:5")]
    [InlineData("512@0xd0000000")]
    [InlineData("512@0xd0000000:")]
    [InlineData("512@0xd0000000:x")]
    [InlineData("512@0xd0000000:5:")]
    [InlineData("512@0xd0000000:5:1:2")]
    [InlineData("512@0xd0000000:5,")]
    [InlineData("512@0x:5")]
    [InlineData("512@d0000000:5")]
    [InlineData("512@0:5")]
    [InlineData("512@0xd0000001:5")]
    [InlineData("512@0xd0000002:5")]
    [InlineData("0@0xd0000000:5")]
    [InlineData("259@0xd0000000:5")]
    [InlineData("1048577@0xd0000000:5")]
    [InlineData("1G@0xd0000000:5")]
    [InlineData("4KK@0xd0000000:5")]
    [InlineData("18446744073709551616@0xd0000000:5")]
    [InlineData("36028797018963968K@0xd0000000:5")]
    [InlineData("512@0x10000000000000000:5")]
    [InlineData("512@0x10000000000000:5")]
    [InlineData("512@0xffffffffffe04:5")]
    [InlineData("-512@0xd0000000:5")]
    public void Entry_that_makes_no_sense_is_counted_and_nothing_is_mapped(string entry)
    {
        ModelMachine.Reset("virtio_mmio.device=" + entry);
        ModelMachine.Pci = ModelPci.WithHostBridge();
        Assert.Equal(0, ModelSearch<MmioBus>.Count(1));
        Assert.Empty(ModelMachine.Mapped);
        Assert.Equal("virtio-mmio, 0 slots named on the command line (1 more malformed)", MmioBus.SearchedPlaces<ModelDevices>());
    }

    /// <summary>
    /// Entries that are cut, doubled and changed at random: whatever is mapped is a place for registers.
    /// </summary>
    [Fact]
    public void Random_command_lines_never_map_nonsense()
    {
        Random random = new(4711);
        byte[][] pieces =
        [
            .. new[]
            {
                "virtio_mmio.device=", "512", "4K", "@", "0x", "0xd0000000", "feb00e00", ":", "5", " ", "\t", "\0", "ÿ",
                "18446744073709551615", "G", "-", "virtio_mmio.device=512@0xfeb00e00:12 ",
            }.Select(Encoding.Latin1.GetBytes),
        ];
        int mapped = 0;
        for (int round = 0; round < 20_000; round++)
        {
            List<byte> line = [];
            for (int i = random.Next(30); i > 0; i--) line.AddRange(pieces[random.Next(pieces.Length)]);
            for (int i = random.Next(4); i > 0 && line.Count > 0; i--)
                line[random.Next(line.Count)] = (byte)random.Next(256);
            ModelMachine.Reset();
            ModelMachine.Pci = ModelPci.WithHostBridge();
            ModelMachine.SetCommandLine([.. line]);
            Assert.Equal(0, ModelSearch<MmioBus>.Count(1));
            Assert.All(ModelMachine.Mapped, range =>
            {
                Assert.InRange(range.Length, 0x104ul, 1ul << 20);
                Assert.InRange(range.Address, 4ul, (1ul << 52) - range.Length);
                Assert.Equal(0ul, range.Address & 3);
            });
            mapped += ModelMachine.Mapped.Count;
        }
        Assert.InRange(mapped, 1_000, 100_000);
    }

    [Fact]
    public void Registers_are_those_of_the_specification()
    {
        ModelDevice device = new();
        PortUnderTest.Prepare(device);
        ModelMachine.Reset();
        PutMicrovm(23, device);
        Assert.Equal(VirtioLookup.Found, ModelSearch<MmioBus, MmioTransport>.Find(1, 0, out VirtioDevice handle));
        TransportChecks.Check<MmioTransport>(handle, device);
        Assert.Equal(0u, MmioTransport.GetQueueSizeMax(handle, 2));
        Assert.True(
            MmioTransport.TryEnableQueue(handle, 1, 64, TransportChecks.Addresses, out VirtqueueDoorbell doorbell));
        Assert.Equal(handle.Registers + 0x50, doorbell.Address);
        Assert.Equal((1, 4), (doorbell.QueueIndex, doorbell.WidthBytes));
        TransportChecks.CheckQueue(device.Tx);
        Assert.Equal(0u, MmioTransport.GetQueueSizeMax(handle, 1));
        device.RejectsQueues = true;
        Assert.False(MmioTransport.TryEnableQueue(handle, 0, 64, TransportChecks.Addresses, out _));
    }
}
