// Finding characters and strings in strings. The bounds are .NET's: backward searches name their last character.

using System.Globalization;

namespace System;

public sealed unsafe partial class String
{
    public bool Contains(char value) => IndexOf(value) >= 0;
    public bool Contains(char value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;
    public bool Contains(string value) => Find(value, 0, _stringLength, ignoreCase: false) >= 0;
    public bool Contains(string value, StringComparison comparisonType) => IndexOf(value, comparisonType) >= 0;

    public bool StartsWith(char value) => _stringLength != 0 && _firstChar == value;
    public bool EndsWith(char value) => _stringLength != 0 && this[_stringLength - 1] == value;
    public bool StartsWith(string value) => StartsWith(value, StringComparison.Ordinal);
    public bool EndsWith(string value) => EndsWith(value, StringComparison.Ordinal);
    public bool StartsWith(string value, bool ignoreCase, CultureInfo? culture) => StartsWith(value, Comparison(ignoreCase));
    public bool EndsWith(string value, bool ignoreCase, CultureInfo? culture) => EndsWith(value, Comparison(ignoreCase));

    private static StringComparison Comparison(bool ignoreCase) =>
        ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public bool StartsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        return value.Length <= _stringLength && OrdinalText.AreEqual(this.AsSpan(0, value.Length), value, ignoreCase);
    }

    public bool EndsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        return value.Length <= _stringLength && OrdinalText.AreEqual(this.AsSpan(_stringLength - value.Length), value, ignoreCase);
    }

    public int IndexOf(char value) => ((ReadOnlySpan<char>)this).IndexOf(value);
    public int IndexOf(char value, int startIndex) => IndexOf(value, startIndex, _stringLength - startIndex);

    public int IndexOf(char value, StringComparison comparisonType) =>
        Find(CreateFromChar(value), 0, _stringLength, OrdinalText.IgnoresCase(comparisonType));

    public int IndexOf(char value, int startIndex, int count)
    {
        CheckForward(startIndex, count);
        int found = this.AsSpan(startIndex, count).IndexOf(value);
        return found < 0 ? found : found + startIndex;
    }

    public int IndexOf(string value) => Find(value, 0, _stringLength, ignoreCase: false);
    public int IndexOf(string value, int startIndex) => IndexOf(value, startIndex, StringComparison.Ordinal);
    public int IndexOf(string value, int startIndex, int count) => Find(value, startIndex, count, ignoreCase: false);
    public int IndexOf(string value, StringComparison comparisonType) =>
        Find(value, 0, _stringLength, OrdinalText.IgnoresCase(comparisonType));
    public int IndexOf(string value, int startIndex, StringComparison comparisonType) =>
        Find(value, startIndex, _stringLength - startIndex, OrdinalText.IgnoresCase(comparisonType));
    public int IndexOf(string value, int startIndex, int count, StringComparison comparisonType) =>
        Find(value, startIndex, count, OrdinalText.IgnoresCase(comparisonType));

    public int IndexOfAny(char[] anyOf) => IndexOfAny(anyOf, 0, _stringLength);
    public int IndexOfAny(char[] anyOf, int startIndex) => IndexOfAny(anyOf, startIndex, _stringLength - startIndex);

    public int IndexOfAny(char[] anyOf, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(anyOf, nameof(anyOf));
        CheckForward(startIndex, count);
        for (int i = startIndex; i < startIndex + count; i++)
            if (new ReadOnlySpan<char>(anyOf).IndexOf(this[i]) >= 0) return i;
        return -1;
    }

    public int LastIndexOf(char value) => this.AsSpan().LastIndexOf(value);
    public int LastIndexOf(char value, int startIndex) => LastIndexOf(value, startIndex, startIndex + 1);

    public int LastIndexOf(char value, int startIndex, int count)
    {
        if (_stringLength == 0) return -1;
        CheckBackward(startIndex, count);
        int first = startIndex - count + 1;
        int found = this.AsSpan(first, count).LastIndexOf(value);
        return found < 0 ? found : found + first;
    }

    public int LastIndexOfAny(char[] anyOf) => LastIndexOfAny(anyOf, _stringLength - 1, _stringLength);
    public int LastIndexOfAny(char[] anyOf, int startIndex) => LastIndexOfAny(anyOf, startIndex, startIndex + 1);

    public int LastIndexOfAny(char[] anyOf, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(anyOf, nameof(anyOf));
        if (_stringLength == 0) return -1;
        CheckBackward(startIndex, count);
        for (int i = startIndex; i > startIndex - count; i--)
            if (new ReadOnlySpan<char>(anyOf).IndexOf(this[i]) >= 0) return i;
        return -1;
    }

    public int LastIndexOf(string value) => FindLast(value, _stringLength - 1, _stringLength, ignoreCase: false);
    public int LastIndexOf(string value, int startIndex) => FindLast(value, startIndex, startIndex + 1, ignoreCase: false);
    public int LastIndexOf(string value, int startIndex, int count) => FindLast(value, startIndex, count, ignoreCase: false);
    public int LastIndexOf(string value, StringComparison comparisonType) =>
        FindLast(value, _stringLength - 1, _stringLength, OrdinalText.IgnoresCase(comparisonType));
    public int LastIndexOf(string value, int startIndex, StringComparison comparisonType) =>
        FindLast(value, startIndex, startIndex + 1, OrdinalText.IgnoresCase(comparisonType));
    public int LastIndexOf(string value, int startIndex, int count, StringComparison comparisonType) =>
        FindLast(value, startIndex, count, OrdinalText.IgnoresCase(comparisonType));

    private int Find(string value, int startIndex, int count, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        CheckForward(startIndex, count);
        int found = OrdinalText.IndexOf(this.AsSpan(startIndex, count), value, ignoreCase);
        return found < 0 ? found : found + startIndex;
    }

    private int FindLast(string value, int startIndex, int count, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if (_stringLength == 0 && startIndex is 0 or -1) return value.Length == 0 ? 0 : -1;
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        // The position behind the last character is allowed, and means the last character.
        if (startIndex == _stringLength)
        {
            startIndex--;
            if (count > 0) count--;
        }
        int first = startIndex - count + 1;
        if (count < 0 || first < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        int found = OrdinalText.LastIndexOf(this.AsSpan(first, count), value, ignoreCase);
        return found < 0 ? found : found + first;
    }

    private void CheckForward(int startIndex, int count)
    {
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if ((uint)count > (uint)(_stringLength - startIndex)) ThrowHelper.ArgumentOutOfRange(nameof(count));
    }

    private void CheckBackward(int startIndex, int count)
    {
        if ((uint)startIndex >= (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if ((uint)count > (uint)startIndex + 1) ThrowHelper.ArgumentOutOfRange(nameof(count));
    }
}
