// What the user says about a port when the program starts: --port0=kind:rest and --mac0=address.

using System;
using System.Text;
using Uk.Platform;

namespace Uk.EthDev;

/// <summary>The options of ports, as drivers read them. Boot only.</summary>
public static class PortChoice<TStart> where TStart : struct, IStartOptions<TStart>
{
    private const int NameBytesMax = 16;

    /// <summary>
    /// The port is to be of this kind: "kind" or "kind:rest". Without an option it is a TAP.
    /// </summary>
    /// <param name="rest">What comes behind the colon; untrusted.</param>
    public static bool TryTake(int index, ReadOnlySpan<byte> kind, out ReadOnlySpan<byte> rest)
    {
        ReadOnlySpan<byte> choice = Find("--port"u8, "UK_PORT"u8, index, out ReadOnlySpan<byte> found) ? found : "tap"u8;
        rest = default;
        if (!choice.StartsWith(kind)) return false;
        if (choice.Length == kind.Length) return true;
        if (choice[kind.Length] != ':') return false;
        rest = choice[(kind.Length + 1)..];
        return true;
    }

    /// <summary>
    /// The address that the user gives the port, or a locally administered one (IEEE 802-2014, 8.4): 02:00:00:00:00:01
    /// for port 0. Throws where it is none.
    /// </summary>
    public static MacAddress MacOf(int index)
    {
        if (!Find("--mac"u8, "UK_MAC"u8, index, out ReadOnlySpan<byte> text)) return new MacAddress(0x0200_0000_0001UL + (ulong)index);
        Span<char> characters = stackalloc char[MacAddress.TextLength];
        bool good = text.Length == MacAddress.TextLength;
        for (int i = 0; good && i < characters.Length; i++) characters[i] = (char)text[i];
        if (good && MacAddress.TryParse(characters, out MacAddress address) && !address.IsMulticast && address.Value != 0) return address;
        throw new InvalidOperationException($"--mac{index} {ToText(text)}: a MAC address of one device looks like 02:00:00:00:00:01.");
    }

    public static string ToText(ReadOnlySpan<byte> option) => Encoding.UTF8.GetString(option);

    private static bool Find(ReadOnlySpan<byte> option, ReadOnlySpan<byte> variable, int index, out ReadOnlySpan<byte> value)
    {
        Span<byte> names = stackalloc byte[2 * NameBytesMax];
        int optionBytes = Number(option, index, names);
        int variableBytes = Number(variable, index, names[NameBytesMax..]);
        return TStart.TryGetOption(names[..optionBytes], names.Slice(NameBytesMax, variableBytes), out value);
    }

    /// <summary>The name with the port's index behind it.</summary>
    private static int Number(ReadOnlySpan<byte> name, int index, Span<byte> numbered)
    {
        name.CopyTo(numbered);
        index.TryFormat(numbered[name.Length..], out int digits);
        return name.Length + digits;
    }
}
