// The shortest bus, the table of a driver, and the search that a driver makes with both.

using Uk.Bus;

namespace Uk.Virtio.Tests.Model;

/// <summary>The devices of the model transport with the same tag.</summary>
internal readonly struct ModelBus<TTag> : IBus<ModelBus<TTag>>
{
    public static DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        device = default;
        for (int i = 0; i < ModelTransport<TTag>.Devices.Length; i++)
        {
            DeviceMatch match = TDevices.OfVirtio(ModelTransport<TTag>.Devices[i].Type);
            if (match == DeviceMatch.None || ahead-- != 0) continue;
            device.Bus = ModelTransport<TTag>.Bus;
            device.Location = (ulong)i;
            return match;
        }
        return DeviceMatch.None;
    }

    public static string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices> => "model " + typeof(TTag).Name;
}

/// <summary>Virtio devices of one type; network devices unless a test says otherwise.</summary>
internal readonly struct ModelDevices : IDeviceTable<ModelDevices>
{
    public static uint Type { get; set; } = 1;

    public static bool IsAlone => true;
    public static bool HasPci => true;

    public static DeviceMatch OfPci(ushort vendor, ushort device) =>
        vendor == 0x1AF4 && (device == 0x1040 + Type || device == 0xFFF + Type) ? DeviceMatch.Own : DeviceMatch.None;

    public static bool HasVirtio => true;
    public static DeviceMatch OfVirtio(uint type) => type == Type ? DeviceMatch.Own : DeviceMatch.None;
}

internal static class ModelSearch<TBus, TTransport>
    where TBus : struct, IBus<TBus>
    where TTransport : struct, IVirtioTransport<TTransport>
{
    public static VirtioLookup Find(uint type, int index, out VirtioDevice device)
    {
        device = default;
        return ModelSearch<TBus>.TryFind(type, index, out BusDevice found) && TTransport.Opens(found.Bus)
            ? TTransport.Open(found, out device)
            : VirtioLookup.Missing;
    }
}

internal static class ModelSearch<TBus> where TBus : struct, IBus<TBus>
{
    public static bool TryFind(uint type, int index, out BusDevice found)
    {
        ModelDevices.Type = type;
        bool isThere = BusSearch<TBus, ModelDevices>.TryTake(index, out found);
        ModelDevices.Type = 1;
        return isThere;
    }

    public static int Count(uint type)
    {
        int count = 0;
        while (TryFind(type, count, out _)) count++;
        return count;
    }
}
