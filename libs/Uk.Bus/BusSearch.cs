namespace Uk.Bus;

/// <summary>The search for the device of one port. Boot only.</summary>
public static class BusSearch<TBus, TDevices>
    where TBus : struct, IBus<TBus>
    where TDevices : struct, IDeviceTable<TDevices>
{
    /// <summary>The port's device is the driver's own. False where there is none, or it is another driver's.</summary>
    public static bool TryTake(int port, out BusDevice device)
    {
        int ahead = port;
        return TBus.Find<TDevices>(port, ref ahead, out device) == DeviceMatch.Own;
    }

    /// <inheritdoc cref="TryTake"/>
    public static bool Serves(int port) => TryTake(port, out _);
}
