// What the user says about a port when the program starts, beside what it is: --mac0=address.

using System;
using System.Text;
using Uk.Bus;
using Uk.Platform;

namespace Uk.EthDev;

/// <summary>The options of ports, as drivers read them. Boot only.</summary>
public static class PortChoice<TStart> where TStart : struct, IStartOptions<TStart>
{
    /// <summary>
    /// The address that the user gives the port, or a locally administered one (IEEE 802-2014, 8.4): 02:00:00:00:00:01
    /// for port 0. Throws where it is none.
    /// </summary>
    public static MacAddress MacOf(int index)
    {
        if (!PortOption<TStart>.TryFind("--mac"u8, "UK_MAC"u8, index, out ReadOnlySpan<byte> text)) return new MacAddress(0x0200_0000_0001UL + (ulong)index);
        Span<char> characters = stackalloc char[MacAddress.TextLength];
        bool good = text.Length == MacAddress.TextLength;
        for (int i = 0; good && i < characters.Length; i++) characters[i] = (char)text[i];
        if (good && MacAddress.TryParse(characters, out MacAddress address) && !address.IsMulticast && address.Value != 0) return address;
        throw new InvalidOperationException($"--mac{index} {ToText(text)}: a MAC address of one device looks like 02:00:00:00:00:01.");
    }

    public static string ToText(ReadOnlySpan<byte> option) => Encoding.UTF8.GetString(option);
}
