// Where an image keeps static fields, and where fields are in what has them: the compiler says so in DWARF, which readelf prints.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Uk.Qemu;

namespace Uk.Tool.Live;

/// <summary>Addresses of static fields by the names of their classes, as the linker knows them, and their own.</summary>
internal sealed partial class StaticFields
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private readonly ImmutableDictionary<(string Class, string Field), ulong> _addresses;

    private readonly ImmutableDictionary<(string Class, string Field), ulong> _offsets;

    private StaticFields(ImmutableDictionary<(string, string), ulong> addresses, ImmutableDictionary<(string, string), ulong> offsets)
    {
        _addresses = addresses;
        _offsets = offsets;
    }

    /// <summary>Of a field that is not static, in its class or struct. 0 where there is none of the name.</summary>
    public ulong OffsetOf(string type, string field) => _offsets.GetValueOrDefault((type, field));

    public bool TryFind(string type, string field, out ulong address) => _addresses.TryGetValue((type, field), out address);

    /// <param name="path">An image's .dbg.</param>
    /// <param name="classes">The only ones that are kept.</param>
    public static StaticFields Read(string path, IReadOnlySet<string> classes)
    {
        Dictionary<string, (string Class, string Field)> members = [];
        var addresses = ImmutableDictionary.CreateBuilder<(string, string), ulong>();
        var offsets = ImmutableDictionary.CreateBuilder<(string, string), ulong>();
        string type = "", tag = "", offset = "", specification = "";
        foreach (string line in HostTool.ReadElf.Output(s_timeout, "--debug-dump=info", path).Split('\n'))
        {
            if (Entry().Match(line) is { Success: true } entry)
            {
                (offset, tag, specification) = (entry.Groups["offset"].Value, entry.Groups["tag"].Value, "");
                continue;
            }
            if (Name().Match(line) is { Success: true } name)
            {
                if (tag == "DW_TAG_class_type") type = name.Groups["name"].Value;
                else if (tag == "DW_TAG_member" && classes.Contains(type)) members[offset] = (type, name.Groups["name"].Value);
            }
            else if (tag == "DW_TAG_member" && members.TryGetValue(offset, out var field) && MemberLocation().Match(line) is { Success: true } at)
                offsets[field] = Hexadecimal(at.Groups["offset"]);
            else if (Specification().Match(line) is { Success: true } of) specification = of.Groups["offset"].Value;
            else if (tag == "DW_TAG_variable" && members.TryGetValue(specification, out var member) && Location().Match(line) is { Success: true } place)
                addresses[member] = Hexadecimal(place.Groups["address"]) + Offset(place.Groups["more"]);
        }
        return new StaticFields(addresses.ToImmutable(), offsets.ToImmutable());
    }

    private static ulong Offset(Group more) => more.Success ? ulong.Parse(more.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static ulong Hexadecimal(Group group) => ulong.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^ <\d+><(?<offset>[0-9a-f]+)>: Abbrev Number: \d+ \((?<tag>DW_TAG_\w+)\)")]
    private static partial Regex Entry();

    [GeneratedRegex(@"DW_AT_name\s*: (?:\([^)]*\):? ?)*(?<name>\S.*)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"DW_AT_specification: [^<]*<0x(?<offset>[0-9a-f]+)>")]
    private static partial Regex Specification();

    [GeneratedRegex(@"DW_AT_data_member_location: (?:\([^)]*\) ?)?(?:0x)?(?<offset>[0-9a-f]+)")]
    private static partial Regex MemberLocation();

    /// <summary>Statics with references lie behind pointers, which follow the address: those are not wanted.</summary>
    [GeneratedRegex(@"DW_AT_location .*\(DW_OP_addr: (?<address>[0-9a-f]+)(; DW_OP_plus_uconst: (?<more>\d+))?\)$")]
    private static partial Regex Location();
}
