// Two buses as one.

namespace Uk.Bus;

/// <summary>The devices of the first bus, then those of the second.</summary>
public readonly struct BothBuses<TFirst, TSecond> : IBus<BothBuses<TFirst, TSecond>>
    where TFirst : struct, IBus<TFirst>
    where TSecond : struct, IBus<TSecond>
{
    public static DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        DeviceMatch match = TFirst.Find<TDevices>(port, ref ahead, out device);
        return match != DeviceMatch.None ? match : TSecond.Find<TDevices>(port, ref ahead, out device);
    }

    public static string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices>
    {
        string first = TFirst.SearchedPlaces<TDevices>(), second = TSecond.SearchedPlaces<TDevices>();
        return first.Length == 0 || second.Length == 0 ? first + second : first + "; " + second;
    }
}
