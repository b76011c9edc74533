// The register window of virtio-mmio over the model of a device, from VIRTIO 1.2, §4.2.2.

using System;

namespace Uk.Virtio.Tests.Model;

internal sealed class MmioRegisters(ModelDevice? device, uint version = 2) : IModelRegisters
{
    private uint _deviceFeaturesSel, _driverFeaturesSel, _queueSel;

    private ModelQueue? Queue => _queueSel < 2 ? device!.Queues[_queueSel] : null;

    public uint Read(uint offset, int widthBytes)
    {
        if (offset >= 0x100) return ReadConfig(offset - 0x100, widthBytes);
        if (widthBytes != 4) throw new InvalidOperationException($"register 0x{offset:X} read with {widthBytes} bytes");
        switch (offset)
        {
            case 0x000: return 0x74726976;
            case 0x004: return version;
            case 0x008: return device?.Type ?? 0;
        }
        if (device is null || version != 2) throw new InvalidOperationException($"0x{offset:X} of an empty slot");
        return offset switch
        {
            0x010 => (uint)(device.Features >> (int)(32 * _deviceFeaturesSel)),
            0x034 => Queue?.SizeMax ?? 0,
            0x044 => Queue?.Enabled == true ? 1u : 0,
            0x070 => device.Status,
            0x0FC => device.ReadGeneration(),
            _ => throw new InvalidOperationException($"register 0x{offset:X} is not to be read"),
        };
    }

    private uint ReadConfig(uint offset, int widthBytes)
    {
        // §5.1.4: mac is bytes, then there are 16-bit fields.
        if (widthBytes != (offset < 6 ? 1 : 2)) throw new InvalidOperationException("a wrong width");
        return widthBytes == 1 ? device!.Config[offset] : BitConverter.ToUInt16(device!.Config, (int)offset);
    }

    public void Write(uint offset, uint value, int widthBytes)
    {
        if (widthBytes != 4) throw new InvalidOperationException($"0x{offset:X} written in {widthBytes} bytes");
        if (device is null || version != 2) throw new InvalidOperationException("a write to an empty slot");
        switch (offset)
        {
            case 0x014: _deviceFeaturesSel = value; break;
            case 0x024: _driverFeaturesSel = value; break;
            case 0x020:
                int shift = (int)(32 * _driverFeaturesSel);
                device.DriverFeatures = (device.DriverFeatures & ~(0xFFFF_FFFFUL << shift)) | ((ulong)value << shift);
                break;
            case 0x030: _queueSel = value; break;
            case 0x038: Queue!.Size = (ushort)value; break;
            case 0x044 when value == 1: device.EnableQueue((ushort)_queueSel); break;
            case 0x070: device.Status = (byte)value; break;
            case 0x080: Queue!.DescriptorArea = value; break;
            case 0x084: Queue!.DescriptorArea |= (ulong)value << 32; break;
            case 0x090: Queue!.DriverArea = value; break;
            case 0x094: Queue!.DriverArea |= (ulong)value << 32; break;
            case 0x0A0: Queue!.DeviceArea = value; break;
            case 0x0A4: Queue!.DeviceArea |= (ulong)value << 32; break;
            default: throw new InvalidOperationException($"register 0x{offset:X} is not to be written");
        }
    }
}
