// A format of one letter and a precision.

using System.Diagnostics.CodeAnalysis;

namespace System.Buffers;

public readonly struct StandardFormat : IEquatable<StandardFormat>
{
    public const byte NoPrecision = byte.MaxValue;
    public const byte MaxPrecision = 99;

    private readonly byte _symbol, _precision;

    public StandardFormat(char symbol, byte precision = NoPrecision)
    {
        if (precision != NoPrecision && precision > MaxPrecision)
            throw new ArgumentOutOfRangeException(nameof(precision), "Precision cannot be larger than 99.");
        if (symbol != (byte)symbol) throw new ArgumentOutOfRangeException(nameof(symbol), "Format specifier was invalid.");
        _symbol = (byte)symbol;
        _precision = precision;
    }

    public char Symbol => (char)_symbol;
    public byte Precision => _precision;
    public bool HasPrecision => _precision != NoPrecision;
    public bool IsDefault => _symbol == 0 && _precision == 0;

    public static implicit operator StandardFormat(char symbol) => new(symbol);

    public static StandardFormat Parse(ReadOnlySpan<char> format) =>
        TryParse(format, out StandardFormat result) ? result
            : throw new FormatException(format.Length > 1 && !char.IsAsciiDigit(format[1]) || format.Length > 3 ? "Characters following the format symbol must be a number of 99 or less." : "Precision cannot be larger than 99.");

    public static StandardFormat Parse(string? format) => format is null ? default : Parse(format.AsSpan());

    public static bool TryParse(ReadOnlySpan<char> format, out StandardFormat result)
    {
        result = default;
        if (format.IsEmpty) return true;
        int precision = format.Length == 1 ? NoPrecision : 0;
        foreach (char digit in format.Slice(1))
        {
            if (!char.IsAsciiDigit(digit)) return false;
            precision = precision * 10 + (digit - '0');
            if (precision > MaxPrecision) return false;
        }
        if (format[0] != (byte)format[0]) return false;
        result = new StandardFormat(format[0], (byte)precision);
        return true;
    }

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is StandardFormat other && Equals(other);
    public bool Equals(StandardFormat other) => _symbol == other._symbol && _precision == other._precision;
    public override int GetHashCode() => _symbol.GetHashCode() ^ _precision.GetHashCode();
    public static bool operator ==(StandardFormat left, StandardFormat right) => left.Equals(right);
    public static bool operator !=(StandardFormat left, StandardFormat right) => !left.Equals(right);

    public override string ToString() => IsDefault ? "" : Symbol + (HasPrecision ? _precision.ToString() : "");

    /// <summary>The format as text.</summary>
    internal ReadOnlySpan<char> Write(Span<char> room)
    {
        if (IsDefault) return default;
        room[0] = Symbol;
        int length = 1;
        if (HasPrecision)
        {
            _precision.TryFormat(room.Slice(1), out int digits);
            length += digits;
        }
        return room.Slice(0, length);
    }
}
