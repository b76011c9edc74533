// Writes the table of a driver's devices as code that the compiler folds: a switch for each bus.

using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal static class DeviceTableEmitter
{
    public static void Write(IndentedWriter writer, DeviceTableModel table, TypeNames types)
    {
        string match = types.Write("{Uk.Bus}DeviceMatch");
        List<(DeviceModel Device, DeviceRowModel Row)> rows =
            table.Rows.Select(r => (Device: DeviceModel.Parse(r.Device)!, Row: r)).ToList();
        writer.Separate();
        writer.Line("/// <summary>The devices that " + table.Driver + (table.Part.Length == 0 ? " is" : " of " + table.Part + " is") + " for.</summary>");
        writer.Block("internal readonly struct " + table.Name + " : " + types.Write("{Uk.Bus}IDeviceTable") + "<" + table.Name + ">", () =>
        {
            if (table.IsAlone) writer.Line("public static bool IsAlone => true;");
            Switch(writer, match, "HasPci", "OfPci(ushort vendor, ushort device) => (vendor, device)", rows.Where(r => r.Device.Bus == DeviceBus.Pci),
                d => "(0x" + DeviceModel.Hexadecimal(d.Vendor).ToUpperInvariant() + ", 0x" + DeviceModel.Hexadecimal(d.Id).ToUpperInvariant() + ")");
            Switch(writer, match, "HasVirtio", "OfVirtio(uint type) => type", rows.Where(r => r.Device.Bus == DeviceBus.Virtio),
                d => ConstantParser.IntegerCode(d.Id));
            Vdevs(writer, types, match, rows.Where(r => r.Device.Bus == DeviceBus.Vdev).ToList());
        });
    }

    private static void Switch(
        IndentedWriter writer, string match, string has, string of, IEnumerable<(DeviceModel Device, DeviceRowModel Row)> rows,
        System.Func<DeviceModel, string> pattern)
    {
        if (!rows.Any(r => r.Row.IsOwn)) return;
        writer.Separate();
        writer.Line("public static bool " + has + " => true;");
        writer.Block("public static " + match + " " + of + " switch", () =>
        {
            foreach ((DeviceModel device, DeviceRowModel row) in rows)
                writer.Line(pattern(device) + " => " + match + (row.IsOwn ? ".Own," : ".Other, // " + row.Driver));
            writer.Line("_ => " + match + ".None,");
        }, ";");
    }

    /// <summary>Of those of other drivers it is enough to know that there are some.</summary>
    private static void Vdevs(IndentedWriter writer, TypeNames types, string match, List<(DeviceModel Device, DeviceRowModel Row)> rows)
    {
        if (rows.Count == 0) return;
        writer.Separate();
        writer.Line("public static bool HasVdevs => true;");
        List<DeviceModel> own = rows.Where(r => r.Row.IsOwn).Select(r => r.Device).ToList();
        if (own.Count == 0) return;
        if (own.Any(d => d.IsDefault)) writer.Line("public static bool IsDefaultVdev => true;");
        types.Import("System");
        string[] tests = own.Select(d => "name.SequenceEqual(\"" + d.Name + "\"u8)").ToArray();
        writer.Line("public static " + match + " OfVdev(ReadOnlySpan<byte> name) =>");
        writer.Line("    " + string.Join(" || ", tests) + " ? " + match + ".Own : " + match + ".None;");
    }
}
