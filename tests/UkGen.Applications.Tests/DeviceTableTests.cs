// The tables that say whose a device is, over the real drivers.

using System;
using Xunit;

namespace UkGen.Tests;

public sealed class DeviceTableTests
{
    private const string Loop = "static class Program { [Lcore(0)] internal static void Loop() { } }";

    /// <summary>A port names several drivers: each has a table in which the others' devices are not its own.</summary>
    [Fact]
    public void DriversOfOnePortKnowWhoseADeviceIs()
    {
        Build build = Build.Of("""
            using Uk;
            using Uk.Bus;
            using Uk.EthDev;
            using Uk.Port.Null;
            using Uk.Virtio.Net;

            [Port(0), Uses(typeof(VirtioNet<,,,,,,>)), Uses(typeof(NullPort<,,,,>)), Uses(typeof(E1000<,,>))] partial struct Wan;
            [Port(1)] partial struct Lan;

            [UkLibrary(Targets = UkTargets.Kvm), Provides<IEthDriver>(OnlyChosen = true)]
            [Requires<IBus>, Requires<IDeviceTable>, Requires<IPortOptions>, PciDevice(0x8086, 0x100E), Vdev("e1000")]
            struct E1000<TBus, TDevices, TPort> : IEthDriver<E1000<TBus, TDevices, TPort>>
                where TBus : struct, IBus<TBus>
                where TDevices : struct, IDeviceTable<TDevices>
                where TPort : struct, IPortOptions
            {
                public static bool IsChosen => BusSearch<TBus, TDevices>.Serves(TPort.Index);
                public static MacAddress MacAddress => default;
                public static bool LinkUp => false;
                public static bool Ended => false;
                public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
                public static int Transmit(int queue, ref Burst burst) => 0;
            }

            """ + Loop) with { UsesRealLibraries = true };
        string text = build.Run().WithoutDiagnostics()["Composition.g.cs"];
        Assert.Contains("""
                internal readonly struct WanE1000Devices : IDeviceTable<WanE1000Devices>
                {
                    public static bool HasPci => true;
                    public static DeviceMatch OfPci(ushort vendor, ushort device) => (vendor, device) switch
                    {
                        (0x8086, 0x100E) => DeviceMatch.Own,
                        (0x1AF4, 0x1000) => DeviceMatch.Other, // VirtioNet
                        (0x1AF4, 0x1041) => DeviceMatch.Other, // VirtioNet
                        _ => DeviceMatch.None,
                    };

                    public static bool HasVdevs => true;
                    public static DeviceMatch OfVdev(ReadOnlySpan<byte> name) =>
                        name.SequenceEqual("e1000"u8) ? DeviceMatch.Own : DeviceMatch.None;
                }
            """, text);
        Assert.Contains("(0x8086, 0x100E) => DeviceMatch.Other, // E1000", text);
        Assert.Contains("struct LanVirtioNetDevices : IDeviceTable<LanVirtioNetDevices>\n    {\n        public static bool IsAlone => true;\n", text);
        Assert.DoesNotContain("HasVdevs", text[text.IndexOf("struct LanVirtioNetDevices", StringComparison.Ordinal)..text.IndexOf("struct WanE1000Devices", StringComparison.Ordinal)]);
    }
}
