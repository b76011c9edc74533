using System;
using Uk.Platform;

namespace Uk.Bus;

/// <summary>Options that are there for each port. Boot only.</summary>
public static class PortOption<TStart> where TStart : struct, IStartOptions<TStart>
{
    private const int NameBytesMax = 16;

    /// <summary>The value of the option or of the environment's variable, both with the port's number behind their names.</summary>
    /// <param name="option">At most 12 bytes, like the variable.</param>
    /// <param name="value">Untrusted; valid for good.</param>
    public static bool TryFind(ReadOnlySpan<byte> option, ReadOnlySpan<byte> variable, int port, out ReadOnlySpan<byte> value)
    {
        Span<byte> names = stackalloc byte[2 * NameBytesMax];
        int optionBytes = Number(option, port, names);
        int variableBytes = Number(variable, port, names[NameBytesMax..]);
        return TStart.TryGetOption(names[..optionBytes], names.Slice(NameBytesMax, variableBytes), out value);
    }

    private static int Number(ReadOnlySpan<byte> name, int port, Span<byte> numbered)
    {
        name.CopyTo(numbered);
        port.TryFormat(numbered[name.Length..], out int digits);
        return name.Length + digits;
    }
}
