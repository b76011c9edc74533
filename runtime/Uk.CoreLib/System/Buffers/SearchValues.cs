// Sets of values to look for, prepared once: a bit for each byte or character below 256, a sorted array for the rest.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System.Buffers;

public class SearchValues<T> where T : IEquatable<T>?
{
    private protected SearchValues() { }

    public bool Contains(T value) => Has(value);

    private protected virtual bool Has(T value) => false;

    /// <summary>Where the first of these strings begins in a text; only sets of strings know.</summary>
    internal virtual int IndexIn(ReadOnlySpan<char> text) => -1;
}

public static class SearchValues
{
    public static SearchValues<byte> Create(params ReadOnlySpan<byte> values)
    {
        LowBits bits = default;
        foreach (byte value in values) bits.Add(value);
        return new ByteValues(bits);
    }

    public static SearchValues<char> Create(params ReadOnlySpan<char> values)
    {
        LowBits bits = default;
        int beyond = 0;
        foreach (char value in values)
            if (value < LowBits.Count) bits.Add(value);
            else beyond++;
        char[] rest = new char[beyond];
        foreach (char value in values)
            if (value >= LowBits.Count) rest[--beyond] = value;
        Array.Sort(rest);
        return new CharValues(bits, rest);
    }

    public static SearchValues<string> Create(ReadOnlySpan<string> values, StringComparison comparisonType)
    {
        if (comparisonType is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Only Ordinal and OrdinalIgnoreCase comparisons are supported.", nameof(comparisonType));
        foreach (string value in values)
            if (value is null) throw new ArgumentNullException(nameof(values));
        return new StringValues(values.ToArray(), comparisonType);
    }
}

/// <summary>A bit for each number below 256.</summary>
internal struct LowBits
{
    internal const int Count = 256;

    private ulong _bits0, _bits1, _bits2, _bits3;

    internal void Add(int value)
    {
        ulong bit = 1ul << value;
        switch (value >> 6)
        {
            case 0: _bits0 |= bit; break;
            case 1: _bits1 |= bit; break;
            case 2: _bits2 |= bit; break;
            default: _bits3 |= bit; break;
        }
    }

    internal readonly bool Contains(int value) =>
        ((value < 128 ? value < 64 ? _bits0 : _bits1 : value < 192 ? _bits2 : _bits3) >> value & 1) != 0;
}

internal sealed class ByteValues(LowBits bits) : SearchValues<byte>
{
    private protected override bool Has(byte value) => bits.Contains(value);
}

internal sealed class CharValues(LowBits bits, char[] rest) : SearchValues<char>
{
    private protected override bool Has(char value) =>
        value < LowBits.Count ? bits.Contains(value) : rest.Length != 0 && Array.BinarySearch(rest, value) >= 0;
}

internal sealed class StringValues(string[] values, StringComparison comparison) : SearchValues<string>
{
    private protected override bool Has(string value)
    {
        foreach (string candidate in values)
            if (candidate.Equals(value, comparison)) return true;
        return false;
    }

    internal override int IndexIn(ReadOnlySpan<char> text)
    {
        for (int i = 0; i <= text.Length; i++)
            foreach (string candidate in values)
                if (text.Slice(i).StartsWith(candidate, comparison)) return i;
        return -1;
    }
}
