// Devices in software: the options of the program say which port has one, --port0=name:arguments.

using System;
using Uk.Platform;

namespace Uk.Bus;

/// <summary>The bus of devices that are only there because the user names them.</summary>
/// <remarks>
/// DPDK: <c>vdev</c>, <c>--vdev=net_null0</c>. Here a device belongs to the port whose option names it, so ports keep their
/// numbers.
/// </remarks>
[UkLibrary]
[Provides<IBus>]
[Requires<IStartOptions>]
public readonly struct VdevBus<TStart> : IBus<VdevBus<TStart>> where TStart : struct, IStartOptions<TStart>
{
    public static DeviceMatch Find<TDevices>(int port, scoped ref int ahead, out BusDevice device)
        where TDevices : struct, IDeviceTable<TDevices>
    {
        device = default;
        if (!TDevices.HasVdevs) return DeviceMatch.None;
        device.Bus = BusKind.Vdev;
        device.Location = (ulong)port;
        if (!PortOption<TStart>.TryFind("--port"u8, "UK_PORT"u8, port, out ReadOnlySpan<byte> option))
            return TDevices.IsDefaultVdev ? DeviceMatch.Own : DeviceMatch.None;
        int colon = option.IndexOf((byte)':');
        if (colon >= 0) device.Arguments = option[(colon + 1)..];
        // A name that is no device's must not silently stand for one of the machine.
        return TDevices.OfVdev(colon < 0 ? option : option[..colon]) == DeviceMatch.Own ? DeviceMatch.Own : DeviceMatch.Other;
    }

    public static string SearchedPlaces<TDevices>() where TDevices : struct, IDeviceTable<TDevices> =>
        TDevices.HasVdevs ? "the options of the program" : "";
}
