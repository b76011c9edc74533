// Places the memory regions: those with an address of their own where they say, the others one after the other in the
// arena, largest pages first, so that no page is shared and nothing is lost between them.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed class MemoryLayout
{
    private const long SmallPageBytes = 4096;

    // More than any machine has, and small enough that sums of regions stay exact.
    private const long LimitBytes = 1L << 46;

    private readonly List<(PartModel Part, RegionModel Region)> _regions = [];
    private readonly long? _machineBytes;

    public List<Finding> Findings { get; } = [];
    public MemoryMapModel Map { get; }

    public MemoryLayout(IEnumerable<PartModel> parts, long? machineBytes)
    {
        _machineBytes = machineBytes;
        var sized =
            from part in parts
            where part.Options.FullName == KnownTypes.IMemoryRegionOptions
            let size = Size(part)
            where size > 0
            let page = Math.Max(SmallPageBytes, Number(part, "PageSize"))
            select (Part: part, Page: page, Length: RoundUp(size, page), At: Number(part, "At"));
        long offset = 0;
        var ordered = sized.OrderByDescending(r => r.Page).ThenBy(r => r.Part.FullName, StringComparer.Ordinal);
        foreach (var (part, page, length, at) in ordered)
        {
            _regions.Add((part, new RegionModel(part.Label, at == 0 ? offset : 0, at, length, page)));
            if (at == 0) offset += length;
        }
        long alignment =
            _regions.Where(r => r.Region.At == 0).Select(r => r.Region.PageBytes).DefaultIfEmpty(SmallPageBytes).Max();
        Map = new MemoryMapModel(_regions.Select(r => r.Region).ToEquatableArray(), offset, alignment);
        CheckAddresses();
        if (machineBytes is { } bytes) CheckMachine(bytes);
    }

    /// <summary>What the layout decides about a region: whole pages, and its place in the arena.</summary>
    public IEnumerable<SettingModel> PartSettings(PartModel part)
    {
        foreach ((_, RegionModel region) in _regions.Where(r => r.Part == part))
        {
            if (Setting(part.Options, "Size", ConstantParser.IntegerCode(region.LengthBytes)) is { } size)
                yield return size;
            if (region.At == 0 && Setting(part.Options, "Offset", Phrases.Hex(region.OffsetBytes)) is { } offset)
                yield return offset;
        }
    }

    /// <summary>The options of the arena that holds the regions without an address.</summary>
    public IEnumerable<SettingModel> ArenaSettings(ContractModel contract)
    {
        if (Setting(contract, "Length", ConstantParser.IntegerCode(Map.ArenaBytes)) is { } length) yield return length;
        if (Setting(contract, "Alignment", ConstantParser.IntegerCode(Map.AlignmentBytes)) is { } alignment)
            yield return alignment;
    }

    private static SettingModel? Setting(ContractModel contract, string name, string code) =>
        contract.Properties.FirstOrDefault(p => p.Name == name) is { } property
            ? new SettingModel(property, new ConstantModel(property.Type, code, null), "")
            : null;

    private long Size(PartModel part)
    {
        SettingModel? setting = part.Settings.FirstOrDefault(s => s.Property.Name == "Size");
        if (setting?.Value.Number is { } size && size is > 0 and <= LimitBytes) return (long)size;
        // A value out of range has a finding of its own already.
        if (setting is null && part.Findings.Count == 0)
            Findings.Add(Finding.Of(Diagnostics.OptionMissing, part.Place, part.Kind, part.Label, "Size", "Size.MiB"));
        return 0;
    }

    private static long Number(PartModel part, string name) =>
        part.Settings.FirstOrDefault(s => s.Property.Name == name)?.Value.Number is { } value
            && value is >= 0 and <= LimitBytes
            ? (long)value
            : 0;

    private static long RoundUp(long value, long unit) => (value + unit - 1) / unit * unit;

    private void CheckAddresses()
    {
        List<(PartModel Part, RegionModel Region)> placed = _regions.Where(r => r.Region.At != 0)
            .OrderBy(r => r.Region.At).ThenBy(r => r.Part.FullName, StringComparer.Ordinal).ToList();
        foreach ((PartModel part, RegionModel region) in placed)
        {
            long below = region.At / region.PageBytes * region.PageBytes;
            if (below != region.At)
                Findings.Add(Finding.Of(Diagnostics.RegionMisaligned, Argument(part, "At"), part.Label,
                    Phrases.Hex(region.At),
                    Phrases.Bytes(region.PageBytes), Phrases.Hex(below), Phrases.Hex(below + region.PageBytes)));
        }
        for (int i = 0; i < placed.Count; i++)
            for (int j = i + 1; j < placed.Count && placed[j].Region.At < End(placed[i].Region); j++)
                Findings.Add(Finding.Of(Diagnostics.RegionsOverlap, Argument(placed[j].Part, "At"),
                    placed[i].Part.Label, Range(placed[i].Region), placed[j].Part.Label, Range(placed[j].Region)));
    }

    private void CheckMachine(long bytes)
    {
        string machine = Places.Argument(AssemblyModel.MachinePlace, "Memory");
        long sum = _regions.Sum(r => r.Region.LengthBytes);
        if (sum > bytes)
        {
            string parts = Phrases.List(_regions.Select(r => r.Part.Label + " " + Phrases.Bytes(r.Region.LengthBytes)));
            Findings.Add(Finding.Of(Diagnostics.Overcommit, machine,
                "The regions take " + Phrases.Bytes(sum) + " (" + parts + ")", Phrases.Bytes(bytes), ""));
            return;
        }
        foreach ((PartModel part, RegionModel region) in _regions.Where(r => r.Region.At != 0 && End(r.Region) > bytes))
            Findings.Add(Finding.Of(Diagnostics.Overcommit, Argument(part, "At"),
                "Region " + part.Label + " ends at " + Phrases.Hex(End(region)), Phrases.Bytes(bytes), ""));
        // The image lies in the first page of that size, so an arena of large pages starts behind it.
        if (Map.AlignmentBytes > SmallPageBytes && Map.ArenaBytes + Map.AlignmentBytes > bytes)
            Findings.Add(Finding.Of(Diagnostics.Overcommit, machine,
                $"The regions take {Phrases.Bytes(Map.ArenaBytes)} from {Phrases.Bytes(Map.AlignmentBytes)} on",
                Phrases.Bytes(bytes),
                "; the image itself is in the first page of " + Phrases.Bytes(Map.AlignmentBytes)));
    }

    private static string Argument(PartModel part, string name) => Places.Argument(part.Place, name);

    private static long End(RegionModel region) => region.At + region.LengthBytes;

    private static string Range(RegionModel region) => Phrases.Hex(region.At) + "–" + Phrases.Hex(End(region) - 1);
}
