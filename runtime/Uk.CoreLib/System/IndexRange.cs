// Index and Range: what the C# compiler makes of x[^1] and x[1..3].

using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly struct Index : IEquatable<Index>
{
    private readonly int _value;

    public Index(int value, bool fromEnd = false)
    {
        if (value < 0) ThrowHelper.ArgumentOutOfRange(nameof(value));
        _value = fromEnd ? ~value : value;
    }

    public static Index Start => new(0);
    public static Index End => new(0, true);
    public int Value => _value < 0 ? ~_value : _value;
    public bool IsFromEnd => _value < 0;
    public int GetOffset(int length) => _value < 0 ? length - ~_value : _value;

    public static Index FromStart(int value) => new(value);
    public static Index FromEnd(int value) => new(value, true);
    public static implicit operator Index(int value) => new(value);

    public override bool Equals([NotNullWhen(true)] object? value) => value is Index other && _value == other._value;
    public bool Equals(Index other) => _value == other._value;
    public override int GetHashCode() => _value;
    public override string ToString() => IsFromEnd ? string.Concat("^", ((uint)Value).ToString()) : ((uint)Value).ToString();
}

public readonly struct Range(Index start, Index end) : IEquatable<Range>
{
    public Index Start { get; } = start;
    public Index End { get; } = end;

    public static Range StartAt(Index start) => new(start, Index.End);
    public static Range EndAt(Index end) => new(Index.Start, end);
    public override bool Equals([NotNullWhen(true)] object? value) => value is Range other && Equals(other);
    public bool Equals(Range other) => Start.Equals(other.Start) && End.Equals(other.End);
    public override int GetHashCode() => HashCode.Combine(Start.GetHashCode(), End.GetHashCode());
    public override string ToString() => string.Concat(Start.ToString(), "..", End.ToString());

    public static Range All => new(Index.Start, Index.End);

    public (int Offset, int Length) GetOffsetAndLength(int length)
    {
        int start = Start.GetOffset(length);
        int end = End.GetOffset(length);
        if ((uint)end > (uint)length || (uint)start > (uint)end) ThrowHelper.ArgumentOutOfRange(nameof(length));
        return (start, end - start);
    }
}
