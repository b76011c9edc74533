// virtio_pci_common_cfg and the device configuration over the model of a device, from VIRTIO 1.2, §4.1.4.3.

using System;

namespace Uk.Virtio.Tests.Model;

/// <summary>One range: the common structure at 0, the device's at 0x2000, notifications at 0x3000.</summary>
internal sealed class PciRegisters(ModelDevice device) : IModelRegisters
{
    public const uint CommonOffset = 0, DeviceOffset = 0x2000, NotifyOffset = 0x3000, LengthBytes = 0x4000;

    private uint _deviceFeatureSelect, _driverFeatureSelect, _queueSelect;

    public ushort QueueNotifyOff { get; set; }
    /// <summary>The device has no resources for vectors, §4.1.5.1.2.1.</summary>
    public bool RejectsVectors { get; set; }
    public ushort ConfigVector { get; private set; }
    public ushort[] QueueVectors { get; } = new ushort[2];

    private ModelQueue Queue => device.Queues[_queueSelect];

    public uint Read(uint offset, int widthBytes)
    {
        if (offset is >= DeviceOffset and < NotifyOffset)
        {
            offset -= DeviceOffset;
            if (widthBytes != (offset < 6 ? 1 : 2)) throw new InvalidOperationException("a wrong width");
            return widthBytes == 1 ? device.Config[offset] : BitConverter.ToUInt16(device.Config, (int)offset);
        }
        return (offset, widthBytes) switch
        {
            (4, 4) => (uint)(device.Features >> (int)(32 * _deviceFeatureSelect)),
            (18, 2) => 2,
            (20, 1) => device.Status,
            (21, 1) => (byte)device.ReadGeneration(),
            (24, 2) => Queue.SizeMax,
            (26, 2) => RejectsVectors ? 0xFFFFu : QueueVectors[_queueSelect],
            (28, 2) => Queue.Enabled ? 1u : 0,
            (30, 2) => _queueSelect * QueueNotifyOff,
            _ => throw new InvalidOperationException($"0x{offset:X} is not to be read with {widthBytes} bytes"),
        };
    }

    public void Write(uint offset, uint value, int widthBytes)
    {
        switch (offset, widthBytes)
        {
            case (0, 4): _deviceFeatureSelect = value; break;
            case (8, 4): _driverFeatureSelect = value; break;
            case (12, 4):
                int shift = (int)(32 * _driverFeatureSelect);
                device.DriverFeatures = (device.DriverFeatures & ~(0xFFFF_FFFFUL << shift)) | ((ulong)value << shift);
                break;
            case (16, 2): ConfigVector = (ushort)value; break;
            case (20, 1): device.Status = (byte)value; break;
            case (22, 2): _queueSelect = value; break;
            case (24, 2): Queue.Size = (ushort)value; break;
            case (26, 2): QueueVectors[_queueSelect] = (ushort)value; break;
            case (28, 2) when value == 1: device.EnableQueue((ushort)_queueSelect); break;
            case (32, 4): Queue.DescriptorArea = value; break;
            case (36, 4): Queue.DescriptorArea |= (ulong)value << 32; break;
            case (40, 4): Queue.DriverArea = value; break;
            case (44, 4): Queue.DriverArea |= (ulong)value << 32; break;
            case (48, 4): Queue.DeviceArea = value; break;
            case (52, 4): Queue.DeviceArea |= (ulong)value << 32; break;
            default: throw new InvalidOperationException($"0x{offset:X} is not to be written with {widthBytes} bytes");
        }
    }

    /// <summary>A virtio_pci_cap after its first two bytes.</summary>
    public static byte[] Capability(byte type, byte bar, uint offset, uint length, uint? multiplier = null)
    {
        byte[] body = new byte[multiplier is null ? 14 : 18];
        body[0] = (byte)(body.Length + 2);
        body[1] = type;
        body[2] = bar;
        BitConverter.TryWriteBytes(body.AsSpan(6), offset);
        BitConverter.TryWriteBytes(body.AsSpan(10), length);
        if (multiplier is uint value) BitConverter.TryWriteBytes(body.AsSpan(14), value);
        return body;
    }
}
