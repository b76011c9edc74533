using System.Globalization;
using System.Linq;

namespace UkGen;

public enum DeviceBus
{
    Pci,
    Virtio,
    Vdev,
}

/// <summary>
/// A device as attributes of drivers name it, and its text in manifests: <c>pci:1af4:1041</c>, <c>virtio:1</c>,
/// <c>vdev:null</c>, <c>vdev:tap:default</c>.
/// </summary>
/// <param name="Vendor">Of PCI alone.</param>
/// <param name="Id">PCI: the device. virtio: its type.</param>
/// <param name="Name">Of vdevs alone; "" elsewhere.</param>
public sealed record DeviceModel(DeviceBus Bus, ushort Vendor, uint Id, string Name, bool IsDefault)
{
    public string Text => Bus switch
    {
        DeviceBus.Pci => "pci:" + Hexadecimal(Vendor) + ":" + Hexadecimal(Id),
        DeviceBus.Virtio => "virtio:" + Id.ToString(CultureInfo.InvariantCulture),
        _ => "vdev:" + Name + (IsDefault ? ":default" : ""),
    };

    /// <summary>Null where the text is none of these forms: manifests are other builds' output.</summary>
    public static DeviceModel? Parse(string? text)
    {
        string[] pieces = (text ?? "").Split(':');
        switch (pieces[0])
        {
            case "pci" when pieces.Length == 3 && TryHexadecimal(pieces[1], out ushort vendor) && TryHexadecimal(pieces[2], out ushort device):
                return new DeviceModel(DeviceBus.Pci, vendor, device, "", false);
            case "virtio" when pieces.Length == 2 && uint.TryParse(pieces[1], NumberStyles.None, CultureInfo.InvariantCulture, out uint type):
                return new DeviceModel(DeviceBus.Virtio, 0, type, "", false);
            case "vdev" when pieces.Length == 2 || (pieces.Length == 3 && pieces[2] == "default"):
                return IsName(pieces[1]) ? new DeviceModel(DeviceBus.Vdev, 0, 0, pieces[1], pieces.Length == 3) : null;
            default:
                return null;
        }
    }

    public static bool IsName(string name) =>
        name.Length is > 0 and <= 32 && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_');

    public static string Hexadecimal(uint value) => value.ToString("x4", CultureInfo.InvariantCulture);

    private static bool TryHexadecimal(string text, out ushort value) =>
        ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && text.Length == 4;
}
