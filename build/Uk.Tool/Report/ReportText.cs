// The report for people: X.report.txt.

using System.Globalization;
using System.Text;
using Uk.Qemu;
using Uk.Tool.Describe;

namespace Uk.Tool.Report;

internal static class ReportText
{
    /// <summary>What the build prints of an image.</summary>
    public static string Summary(ImageReport report)
    {
        string memory = report.MemoryBytes is { } declared ? DescriptionTables.Bytes(declared) : "what it finds";
        return string.Create(CultureInfo.InvariantCulture,
            $"{report.ImageBytes:N0} bytes (text {report.TextBytes:N0}, data {report.DataBytes:N0}, bss {report.BssBytes:N0}), memory {memory}, {BootTarget(report.Target)}");
    }

    /// <summary>What runs an image for a target.</summary>
    public static string BootTarget(string target) => target == "kvm" ? "boots on microvm, q35 and pc (PVH)" : "runs on Linux x86-64";

    public static string Write(ImageReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Name} for {report.Target}: {report.ImageBytes:N0} bytes, build id {report.BuildId}\n");
        text.Append(CultureInfo.InvariantCulture, $"ends in guest memory at {report.EndOfImage:N0} ({(report.EndOfImage + 1023) / 1024:N0} KiB)");
        if (report.MemoryBytes is { } memory) text.Append(CultureInfo.InvariantCulture, $", made for a guest of {memory:N0} bytes");
        if (report.Lcores > 1) text.Append(CultureInfo.InvariantCulture, $", {report.Lcores} lcores");
        text.Append('\n');
        foreach (PortDeclaration port in report.Ports) text.Append(CultureInfo.InvariantCulture, $"port {port.Index}: {port.Name}\n");
        foreach (RegionDeclaration region in report.Regions) text.Append(CultureInfo.InvariantCulture, $"memory region {region.Name}: {region.Bytes:N0} bytes\n");

        text.Append("\nSections\n");
        foreach (SectionSize section in report.Sections)
            text.Append(CultureInfo.InvariantCulture, $"{section.Bytes,10:N0}  {section.Name,-24} at 0x{section.Address:x}{(section.InImage ? "" : ", zeros: not in the file")}\n");
        text.Append("\nLibraries: code and data in guest memory, by the names of symbols\n");
        foreach (LibrarySize library in report.Libraries)
            text.Append(CultureInfo.InvariantCulture, $"{library.Bytes,10:N0}  {library.Name} ({library.Symbols} symbols)\n");
        text.Append("\nWhy\n");
        foreach (LibrarySize library in report.Libraries)
            if (!library.Why.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"  {library.Name}: {string.Join(" → ", library.Why)}\n");
        if (!report.LeftOut.IsEmpty) text.Append("\nLeft out\n");
        foreach (LeftOut item in report.LeftOut)
            text.Append(CultureInfo.InvariantCulture, $"  {item.Kind} {item.Name}: {item.Reason}\n");
        if (!report.Objects.IsEmpty) text.Append("\nObject files\n");
        foreach (ObjectSize input in report.Objects)
            text.Append(CultureInfo.InvariantCulture, $"{input.Bytes,10:N0}  {input.Name}\n");
        text.Append("\nLargest symbols\n");
        foreach (SymbolSize symbol in report.LargestSymbols)
            text.Append(CultureInfo.InvariantCulture, $"{symbol.Bytes,10:N0}  {SymbolName.ToReadable(symbol.Name)}\n");
        return text.ToString();
    }
}
