// Whole numbers of thousands of bits, in memory that the caller gives: exact arithmetic for the text of doubles.

using System.Numerics;

namespace System;

/// <summary>Words from the least significant on; Count has no leading zeros. The room must suffice for every result.</summary>
internal ref struct BigNumber(Span<uint> room)
{
    private readonly Span<uint> _words = room;
    private int _count;

    public bool IsZero => _count == 0;

    public void Set(ulong value)
    {
        _words[0] = (uint)value;
        _words[1] = (uint)(value >> 32);
        _count = 2;
        Trim();
    }

    public void Set(scoped in BigNumber other)
    {
        other._words.Slice(0, other._count).CopyTo(_words);
        _count = other._count;
    }

    private void Trim()
    {
        while (_count > 0 && _words[_count - 1] == 0) _count--;
    }

    /// <summary>this × factor + addend.</summary>
    public void Multiply(uint factor, uint addend = 0)
    {
        ulong carry = addend;
        for (int i = 0; i < _count; i++)
        {
            carry += (ulong)_words[i] * factor;
            _words[i] = (uint)carry;
            carry >>= 32;
        }
        if (carry != 0) _words[_count++] = (uint)carry;
    }

    public void MultiplyByPowerOf10(int exponent)
    {
        const int DigitsAtOnce = 9;
        for (; exponent >= DigitsAtOnce; exponent -= DigitsAtOnce) Multiply(1_000_000_000);
        for (; exponent > 0; exponent--) Multiply(10);
    }

    public void ShiftLeft(int count)
    {
        if (_count == 0) return;
        int words = count / 32, bits = count % 32;
        _words[_count + words] = 0;
        for (int i = _count - 1; i >= 0; i--)
        {
            ulong shifted = (ulong)_words[i] << bits;
            _words[i + words + 1] |= (uint)(shifted >> 32);
            _words[i + words] = (uint)shifted;
        }
        _words.Slice(0, words).Clear();
        _count += words + 1;
        Trim();
    }

    public readonly int CompareTo(scoped in BigNumber other)
    {
        if (_count != other._count) return _count < other._count ? -1 : 1;
        for (int i = _count - 1; i >= 0; i--)
            if (_words[i] != other._words[i]) return _words[i] < other._words[i] ? -1 : 1;
        return 0;
    }

    public void Add(scoped in BigNumber other)
    {
        ulong carry = 0;
        int count = Math.Max(_count, other._count);
        for (int i = 0; i < count; i++)
        {
            carry += (ulong)(i < _count ? _words[i] : 0) + (i < other._count ? other._words[i] : 0);
            _words[i] = (uint)carry;
            carry >>= 32;
        }
        _count = count;
        if (carry != 0) _words[_count++] = (uint)carry;
    }

    /// <summary>The other is not greater.</summary>
    public void Subtract(scoped in BigNumber other)
    {
        long borrow = 0;
        for (int i = 0; i < _count; i++)
        {
            borrow += _words[i] - (long)(i < other._count ? other._words[i] : 0);
            _words[i] = (uint)borrow;
            borrow >>= 32;
        }
        Trim();
    }

    /// <summary>Leaves the remainder. The quotient is a small number, found by subtraction.</summary>
    public int DivideToDigit(scoped in BigNumber divisor)
    {
        int digit = 0;
        for (; CompareTo(divisor) >= 0; digit++) Subtract(divisor);
        return digit;
    }

    public readonly int BitLength => _count == 0 ? 0 : _count * 32 - BitOperations.LeadingZeroCount(_words[_count - 1]);
}
