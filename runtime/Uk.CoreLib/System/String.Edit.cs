// Strings made from strings: parts, replacements, padding, case.

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace System;

public sealed unsafe partial class String
{
    public static bool IsNullOrWhiteSpace([Diagnostics.CodeAnalysis.NotNullWhen(false)] string? value)
    {
        if (value is not null)
            foreach (char c in (ReadOnlySpan<char>)value)
                if (!char.IsWhiteSpace(c)) return false;
        return true;
    }

    public char[] ToCharArray() => ((ReadOnlySpan<char>)this).ToArray();
    public char[] ToCharArray(int startIndex, int length) => this.AsSpan(startIndex, length).ToArray();

    public void CopyTo(Span<char> destination) => this.AsSpan().CopyTo(destination);
    public bool TryCopyTo(Span<char> destination) => this.AsSpan().TryCopyTo(destination);
    public void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        this.AsSpan(sourceIndex, count).CopyTo(new Span<char>(destination, destinationIndex, count));

    public static string Create<TState>(int length, TState state, Buffers.SpanAction<char, TState> action) where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(action, nameof(action));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        string result = FastAllocateString(length);
        if (length != 0) action(result.Writable, state);
        return result;
    }

    public static string Create(IFormatProvider? provider, [InterpolatedStringHandlerArgument(nameof(provider))] ref DefaultInterpolatedStringHandler handler) =>
        handler.ToStringAndClear();

    public static string Create(
        IFormatProvider? provider, Span<char> initialBuffer,
        [InterpolatedStringHandlerArgument(nameof(provider), nameof(initialBuffer))] ref DefaultInterpolatedStringHandler handler) =>
        handler.ToStringAndClear();

    public string Substring(int startIndex)
    {
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        return Substring(startIndex, _stringLength - startIndex);
    }

    public string Substring(int startIndex, int length)
    {
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        if ((uint)length > (uint)(_stringLength - startIndex)) ThrowHelper.ArgumentOutOfRange(nameof(length));
        return length == _stringLength ? this : Ctor(this.AsSpan(startIndex, length));
    }

    public string Remove(int startIndex)
    {
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        return Substring(0, startIndex);
    }

    public string Remove(int startIndex, int count)
    {
        CheckForward(startIndex, count);
        return count == 0 ? this : Concat(this.AsSpan(0, startIndex), this.AsSpan(startIndex + count));
    }

    public string Insert(int startIndex, string value)
    {
        ArgumentNullException.ThrowIfNull(value, nameof(value));
        if ((uint)startIndex > (uint)_stringLength) ThrowHelper.ArgumentOutOfRange(nameof(startIndex));
        return value.Length == 0 ? this : Concat(this.AsSpan(0, startIndex), value, this.AsSpan(startIndex));
    }

    public string PadLeft(int totalWidth) => PadLeft(totalWidth, ' ');
    public string PadRight(int totalWidth) => PadRight(totalWidth, ' ');

    public string PadLeft(int totalWidth, char paddingChar) => Pad(totalWidth, paddingChar, atEnd: false);
    public string PadRight(int totalWidth, char paddingChar) => Pad(totalWidth, paddingChar, atEnd: true);

    private string Pad(int totalWidth, char paddingChar, bool atEnd)
    {
        if (totalWidth < 0) ThrowHelper.ArgumentOutOfRange(nameof(totalWidth));
        int padding = totalWidth - _stringLength;
        if (padding <= 0) return this;
        string result = FastAllocateString(totalWidth);
        result.Writable.Slice(atEnd ? _stringLength : 0, padding).Fill(paddingChar);
        this.AsSpan().CopyTo(result.Writable.Slice(atEnd ? 0 : padding));
        return result;
    }

    public string Trim() => Part(this.AsSpan().Trim());
    public string TrimStart() => Part(this.AsSpan().TrimStart());
    public string TrimEnd() => Part(this.AsSpan().TrimEnd());
    public string Trim(char trimChar) => Part(this.AsSpan().Trim(trimChar));
    public string TrimStart(char trimChar) => Part(this.AsSpan().TrimStart(trimChar));
    public string TrimEnd(char trimChar) => Part(this.AsSpan().TrimEnd(trimChar));

    // No characters to trim means white space.
    public string Trim(params char[]? trimChars) => trimChars is not { Length: > 0 } ? Trim() : Part(this.AsSpan().Trim(trimChars));
    public string TrimStart(params char[]? trimChars) =>
        trimChars is not { Length: > 0 } ? TrimStart() : Part(this.AsSpan().TrimStart(trimChars));
    public string TrimEnd(params char[]? trimChars) =>
        trimChars is not { Length: > 0 } ? TrimEnd() : Part(this.AsSpan().TrimEnd(trimChars));

    private string Part(ReadOnlySpan<char> part) => part.Length == _stringLength ? this : Ctor(part);

    public string Replace(char oldChar, char newChar)
    {
        int first = oldChar == newChar ? -1 : IndexOf(oldChar);
        if (first < 0) return this;
        string result = FastAllocateString(_stringLength);
        this.AsSpan(0, first).CopyTo(result.Writable);
        SpanSearch.Replace(
            ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref _firstChar, first)), ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref result._firstChar, first)),
            _stringLength - first, oldChar, newChar);
        return result;
    }

    public string Replace(string oldValue, string? newValue) => Replace(oldValue, newValue, StringComparison.Ordinal);

    public string Replace(string oldValue, string? newValue, bool ignoreCase, CultureInfo? culture) =>
        Replace(oldValue, newValue, Comparison(ignoreCase));

    public string Replace(string oldValue, string? newValue, StringComparison comparisonType)
    {
        bool ignoreCase = OrdinalText.IgnoresCase(comparisonType);
        ArgumentNullException.ThrowIfNull(oldValue, nameof(oldValue));
        if (oldValue.Length == 0) throw new ArgumentException("String cannot be of zero length.", nameof(oldValue));
        ReadOnlySpan<char> rest = this;
        int found = OrdinalText.IndexOf(rest, oldValue, ignoreCase);
        if (found < 0) return this;
        StringBuilder text = new(_stringLength);
        for (; found >= 0; found = OrdinalText.IndexOf(rest, oldValue, ignoreCase))
        {
            text.Append(rest.Slice(0, found)).Append(newValue);
            rest = rest.Slice(found + oldValue.Length);
        }
        return text.Append(rest).ToString();
    }

    public string ReplaceLineEndings() => ReplaceLineEndings("\n");

    /// <summary>Every line ending of Unicode's becomes this one; CR LF is one ending.</summary>
    public string ReplaceLineEndings(string replacementText)
    {
        ArgumentNullException.ThrowIfNull(replacementText, nameof(replacementText));
        StringBuilder text = new(_stringLength);
        for (int i = 0; i < _stringLength; i++)
        {
            char c = this[i];
            if (c is not ('\n' or '\r' or '\f' or '\u0085' or '\u2028' or '\u2029'))
            {
                text.Append(c);
                continue;
            }
            if (c == '\r' && i + 1 < _stringLength && this[i + 1] == '\n') i++;
            text.Append(replacementText);
        }
        return text.Length == _stringLength && text.Equals(this) ? this : text.ToString();
    }

    public string ToUpperInvariant()
    {
        int first = 0;
        while (first < _stringLength && char.ToUpperInvariant(this[first]) == this[first]) first++;
        if (first == _stringLength) return this;
        string result = Ctor(this.AsSpan());
        for (Span<char> chars = result.Writable; first < chars.Length; first++) chars[first] = char.ToUpperInvariant(chars[first]);
        return result;
    }

    public string ToLowerInvariant()
    {
        int first = 0;
        while (first < _stringLength && char.ToLowerInvariant(this[first]) == this[first]) first++;
        if (first == _stringLength) return this;
        string result = Ctor(this.AsSpan());
        for (Span<char> chars = result.Writable; first < chars.Length; first++) chars[first] = char.ToLowerInvariant(chars[first]);
        return result;
    }

    // The current culture is the invariant one.
    public string ToUpper() => ToUpperInvariant();
    public string ToLower() => ToLowerInvariant();
    public string ToUpper(CultureInfo? culture) => ToUpperInvariant();
    public string ToLower(CultureInfo? culture) => ToLowerInvariant();

    public string ToString(IFormatProvider? provider) => this;
}
