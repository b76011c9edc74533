using System;
using System.Linq;

namespace Uk.Testing;

/// <summary>Who is at one end of a packet: a MAC address, an IPv4 address, and a port of UDP or TCP.</summary>
public sealed record Endpoint(string Mac, string Address, ushort Port = 0)
{
    internal byte[] MacBytes => Parse(Mac, ':', 6, text => Convert.ToByte(text, 16));
    internal byte[] AddressBytes => Parse(Address, '.', 4, byte.Parse);

    /// <summary>The same with another MAC address: the next router on the way, for example.</summary>
    public Endpoint Behind(string mac) => this with { Mac = mac };

    private static byte[] Parse(string text, char separator, int count, Func<string, byte> number)
    {
        try
        {
            byte[] bytes = [.. text.Split(separator).Select(number)];
            if (bytes.Length == count) return bytes;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below.
        }
        throw new FormatException($"'{text}' is no address: write 02:00:00:00:00:01 or 10.0.0.1.");
    }
}
