// The names in an image's .dbg file, by way of binutils.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Uk.Qemu;

/// <summary>One symbol of an image.</summary>
/// <param name="Kind">As nm prints it: t for code, d for data, b for what starts as zeros, r for constants.</param>
public readonly record struct GuestSymbol(ulong Address, ulong LengthBytes, char Kind, string Name);

/// <summary>One line of a stack: several for one address where the compiler inlined.</summary>
/// <param name="Source">File and line, empty where unknown.</param>
public readonly record struct StackFrame(string Method, string Source)
{
    public override string ToString() => Source.Length == 0 ? Method : $"{Method} in {Source}";
}

/// <summary>Addresses to names and back. Addresses are the guest's own; images are mapped one to one.</summary>
public sealed partial class GuestSymbols
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private readonly string _path;
    private readonly ImmutableArray<GuestSymbol> _byAddress;

    private GuestSymbols(string path, ImmutableArray<GuestSymbol> byAddress)
    {
        _path = path;
        _byAddress = byAddress;
    }

    /// <summary>In order of their addresses.</summary>
    public ImmutableArray<GuestSymbol> All => _byAddress;

    /// <param name="path">An ELF file with symbols.</param>
    /// <exception cref="MissingToolException">binutils are not installed.</exception>
    /// <exception cref="ToolFailedException">There is no such file, or it is not ELF.</exception>
    public static GuestSymbols Load(string path)
    {
        string output = HostTool.Nm.Output(s_timeout, "--defined-only", "--print-size", "--numeric-sort", path);
        return new GuestSymbols(path, [.. output.Split('\n').Select(line => Line().Match(line)).Where(match => match.Success).Select(Parse)]);
    }

    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public GuestSymbol Named(string name)
    {
        foreach (GuestSymbol symbol in _byAddress)
            if (symbol.Name == name) return symbol;
        throw new KeyNotFoundException($"{_path} has no symbol '{name}'");
    }

    /// <summary>The symbol that stands for exactly this address, or null.</summary>
    public string? NameAt(ulong address)
    {
        foreach (GuestSymbol symbol in _byAddress)
            if (symbol.Address == address) return symbol.Name;
        return null;
    }

    public IEnumerable<GuestSymbol> Matching(Regex pattern) => _byAddress.Where(symbol => pattern.IsMatch(symbol.Name));

    /// <summary>The build id of the image, as lower-case hexadecimal digits; empty where it has none.</summary>
    public string BuildId() => ReadBuildId(_path);

    /// <summary>As <see cref="BuildId()"/>, of any ELF file.</summary>
    public static string ReadBuildId(string path)
    {
        Match match = BuildIdLine().Match(HostTool.ReadElf.Output(s_timeout, "--notes", "--wide", path));
        return match.Success ? match.Groups["id"].Value : "";
    }

    /// <summary>
    /// The frames of a stack, innermost first. A return address stands behind the call, which may be the end of the
    /// method, so the byte before it is looked up.
    /// </summary>
    /// <param name="startsAtInstruction">The innermost address is no return address, but where the processor was.</param>
    public ImmutableArray<ImmutableArray<StackFrame>> Symbolize(IReadOnlyList<ulong> stack, bool startsAtInstruction)
    {
        if (stack.Count == 0) return [];
        IEnumerable<string> places = stack.Select((address, index) => (index == 0 && startsAtInstruction ? address : address - 1).ToString("x", CultureInfo.InvariantCulture));
        string output = HostTool.AddressToLine.Output(s_timeout, ["--addresses", "--functions", "--inlines", "--exe", _path, .. places]);
        return ParseFrames(output.Split('\n'), stack);
    }

    // For each address: itself behind 0x, then pairs of lines, a method and a place.
    private ImmutableArray<ImmutableArray<StackFrame>> ParseFrames(string[] lines, IReadOnlyList<ulong> stack)
    {
        var result = ImmutableArray.CreateBuilder<ImmutableArray<StackFrame>>(stack.Count);
        for (int i = 0; i < lines.Length && lines[i].Length != 0;)
        {
            ulong address = stack[result.Count];
            i++;
            var frames = ImmutableArray.CreateBuilder<StackFrame>();
            for (; i + 1 < lines.Length && !lines[i].StartsWith("0x", StringComparison.Ordinal); i += 2)
                frames.Add(new StackFrame(lines[i] == "??" ? NearestName(address) : Demangle(lines[i]), Place(lines[i + 1])));
            result.Add(frames.ToImmutable());
        }
        return result.ToImmutable();
    }

    private static string Demangle(string method) => SymbolName.ToReadable(method);

    // Assembly code has symbols but no line information.
    private string NearestName(ulong address)
    {
        int low = 0, high = _byAddress.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_byAddress[middle].Address <= address) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? "?" : $"{SymbolName.ToReadable(_byAddress[low - 1].Name)}+0x{address - _byAddress[low - 1].Address:x}";
    }

    private static string Place(string place)
    {
        int comment = place.IndexOf(" (", StringComparison.Ordinal);
        if (comment >= 0) place = place[..comment];
        return place.StartsWith("??", StringComparison.Ordinal) ? "" : place.EndsWith(":?", StringComparison.Ordinal) ? place[..^2] : place;
    }

    private static GuestSymbol Parse(Match line) => new(
        ulong.Parse(line.Groups["address"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        line.Groups["size"].Success ? ulong.Parse(line.Groups["size"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) : 0,
        char.ToLowerInvariant(line.Groups["kind"].Value[0]), line.Groups["name"].Value);

    [GeneratedRegex(@"^(?<address>[0-9a-f]+) (?:(?<size>[0-9a-f]+) )?(?<kind>[A-Za-z]) (?<name>.+)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"Build ID: (?<id>[0-9a-f]+)")]
    private static partial Regex BuildIdLine();
}
