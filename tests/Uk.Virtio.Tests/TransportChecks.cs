// What every transport must do to the device behind it.

using System;
using Uk.Virtio.Tests.Model;
using Xunit;

namespace Uk.Virtio.Tests;

internal static class TransportChecks
{
    public static readonly VirtqueueAddresses Addresses = new()
    {
        DescriptorArea = 0x1_2345_6780,
        DriverArea = 0x2_3456_7894,
        DeviceArea = 0x3_4567_89A8,
    };

    public static void Check<TTransport>(in VirtioDevice handle, ModelDevice device)
        where TTransport : struct, IVirtioTransport<TTransport>
    {
        TTransport.SetStatus(handle, 3);
        Assert.Equal(3, device.Status);
        Assert.Equal(3, TTransport.GetStatus(handle));
        Assert.Equal(device.Features, TTransport.GetDeviceFeatures(handle));
        TTransport.SetDriverFeatures(handle, 0x8765_4321_0FED_CBA9);
        Assert.Equal(0x8765_4321_0FED_CBA9, device.DriverFeatures);
        device.Generation = 7;
        Assert.Equal(7u, TTransport.GetConfigGeneration(handle));
        byte[] mac = new byte[6];
        Assert.True(VirtioConfig<TTransport>.TryRead(handle, 0, mac));
        Assert.Equal([0x52, 0x54, 0x00, 0x12, 0x34, 0x56], mac);
        Assert.True(VirtioConfig<TTransport>.TryRead16(handle, 10, out ushort mtu));
        Assert.Equal(1500, mtu);
        Assert.False(VirtioConfig<TTransport>.TryRead16(handle, handle.ConfigLengthBytes - 1, out _));
        Assert.False(VirtioConfig<TTransport>.TryRead16(handle, uint.MaxValue, out _));
        Assert.Equal(256u, TTransport.GetQueueSizeMax(handle, 0));
    }

    public static void CheckQueue(ModelQueue queue)
    {
        Assert.True(queue.Enabled);
        Assert.Equal(64, queue.Size);
        Assert.Equal(Addresses.DescriptorArea, queue.DescriptorArea);
        Assert.Equal(Addresses.DriverArea, queue.DriverArea);
        Assert.Equal(Addresses.DeviceArea, queue.DeviceArea);
    }
}
