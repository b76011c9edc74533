// The shortest transport: each operation goes to the model of the device.

using System;
using Uk.Bus;

namespace Uk.Virtio.Tests.Model;

/// <typeparam name="TTag">Keeps the devices of two transports apart.</typeparam>
internal readonly struct ModelTransport<TTag> : IVirtioTransport<ModelTransport<TTag>>
{
    public static ModelDevice[] Devices { get; set; } = [];
    public static VirtioLookup Lookup { get; set; } = VirtioLookup.Found;

    /// <summary>Where its devices are.</summary>
    public static BusKind Bus { get; set; }

    public static bool Opens(BusKind bus) => bus == Bus;

    public static VirtioLookup Open(scoped in BusDevice found, out VirtioDevice device)
    {
        device = default;
        device.Location = found.Location;
        device.ConfigLengthBytes = (uint)Devices[found.Location].Config.Length;
        return Lookup;
    }

    private static ModelDevice At(in VirtioDevice device) =>
        device.Route == 0 ? Devices[device.Location] : throw new InvalidOperationException("a route was left over");

    public static string Describe(in VirtioDevice device) => $"{typeof(TTag).Name} device {device.Location}";
    public static byte GetStatus(in VirtioDevice device) => At(device).Status;
    public static void SetStatus(in VirtioDevice device, byte status) => At(device).Status = status;

    public static ulong GetDeviceFeatures(in VirtioDevice device)
    {
        At(device).Log.Add("get features");
        return At(device).Features;
    }

    public static void SetDriverFeatures(in VirtioDevice device, ulong features)
    {
        At(device).Log.Add("set features");
        At(device).DriverFeatures = features;
    }

    public static uint GetQueueSizeMax(in VirtioDevice device, ushort queue) =>
        queue < At(device).Queues.Length ? At(device).Queues[queue].SizeMax : 0;

    public static bool TryEnableQueue(
        in VirtioDevice device, ushort queue, ushort size, in VirtqueueAddresses addresses,
        out VirtqueueDoorbell doorbell)
    {
        ModelQueue model = At(device).Queues[queue];
        model.Size = size;
        model.DescriptorArea = addresses.DescriptorArea;
        model.DriverArea = addresses.DriverArea;
        model.DeviceArea = addresses.DeviceArea;
        doorbell = new VirtqueueDoorbell
        {
            Address = At(device).DoorbellAddress,
            QueueIndex = queue,
            WidthBytes = 4,
        };
        return At(device).EnableQueue(queue);
    }

    public static unsafe void Ring(in VirtqueueDoorbell doorbell)
    {
        *(uint*)doorbell.Address = doorbell.QueueIndex;
        foreach (ModelDevice device in Devices)
            if (device.DoorbellAddress == doorbell.Address) device.OnNotification?.Invoke(doorbell.QueueIndex);
    }

    public static uint GetConfigGeneration(in VirtioDevice device) => At(device).ReadGeneration();
    public static byte ReadConfig8(in VirtioDevice device, uint offsetBytes) => At(device).Config[offsetBytes];
    public static ushort ReadConfig16(in VirtioDevice device, uint offsetBytes) =>
        BitConverter.ToUInt16(At(device).Config, (int)offsetBytes);
}
