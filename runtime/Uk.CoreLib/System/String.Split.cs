using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public sealed unsafe partial class String
{
    /// <summary>So many are noted on the stack.</summary>
    private const int UsualSeparators = 64;

    public string[] Split(params char[]? separator) => SplitAtAny(separator, int.MaxValue, StringSplitOptions.None);
    public string[] Split(params ReadOnlySpan<char> separator) => SplitAtAny(separator, int.MaxValue, StringSplitOptions.None);
    public string[] Split(char[]? separator, int count) => SplitAtAny(separator, count, StringSplitOptions.None);
    public string[] Split(char[]? separator, StringSplitOptions options) => SplitAtAny(separator, int.MaxValue, options);
    public string[] Split(char[]? separator, int count, StringSplitOptions options) => SplitAtAny(separator, count, options);

    public string[] Split(char separator, StringSplitOptions options = StringSplitOptions.None) =>
        SplitAtAny(new ReadOnlySpan<char>(in separator), int.MaxValue, options);

    public string[] Split(char separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        SplitAtAny(new ReadOnlySpan<char>(in separator), count, options);

    public string[] Split(string? separator, StringSplitOptions options = StringSplitOptions.None) =>
        Split(separator, int.MaxValue, options);

    public string[] Split(string? separator, int count, StringSplitOptions options = StringSplitOptions.None)
    {
        if (IsWhole(count, options) || IsNullOrEmpty(separator)) return Whole(count, options);
        return SplitAtAny(new ReadOnlySpan<string?>(in separator), count, options);
    }

    public string[] Split(string[]? separator, StringSplitOptions options) => Split(separator, int.MaxValue, options);

    public string[] Split(string[]? separator, int count, StringSplitOptions options)
    {
        if (separator is not { Length: > 0 }) return SplitAtAny(default(ReadOnlySpan<char>), count, options);
        if (IsWhole(count, options)) return Whole(count, options);
        return SplitAtAny((ReadOnlySpan<string?>)separator, count, options);
    }

    /// <summary>Checks the arguments.</summary>
    /// <returns>True where there is nothing to look for.</returns>
    private bool IsWhole(int count, StringSplitOptions options)
    {
        if (count < 0) ThrowHelper.ArgumentOutOfRange(nameof(count));
        if ((options & ~(StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) != 0)
            throw new ArgumentException("Value of flags is invalid.", nameof(options));
        return count <= 1 || _stringLength == 0;
    }

    private string[] Whole(int count, StringSplitOptions options)
    {
        string part = (options & StringSplitOptions.TrimEntries) != 0 ? Trim() : this;
        return count == 0 || ((options & StringSplitOptions.RemoveEmptyEntries) != 0 && part.Length == 0) ? [] : [part];
    }

    /// <param name="separators">None means white space.</param>
    [SkipLocalsInit]
    private string[] SplitAtAny(ReadOnlySpan<char> separators, int count, StringSplitOptions options)
    {
        if (IsWhole(count, options)) return Whole(count, options);
        PlaceList found = new(stackalloc int[UsualSeparators]);
        if (separators.Length == 1) SequenceSearch.All(this, separators[0], ref found);
        else
        {
            for (int i = 0; i < _stringLength; i++)
                if (separators.IsEmpty ? char.IsWhiteSpace(this[i]) : separators.IndexOf(this[i]) >= 0) found.Add(i);
        }
        return Parts(found.Places, default, count, options);
    }

    [SkipLocalsInit]
    private string[] SplitAtAny(ReadOnlySpan<string?> separators, int count, StringSplitOptions options)
    {
        PlaceList found = new(stackalloc int[UsualSeparators]);
        PlaceList lengths = new(stackalloc int[UsualSeparators]);
        for (int i = 0; i < _stringLength; i++)
        {
            foreach (string? separator in separators)
            {
                if (IsNullOrEmpty(separator) || !this.AsSpan(i).StartsWith(separator)) continue;
                found.Add(i);
                lengths.Add(separator.Length);
                i += separator.Length - 1;
                break;
            }
        }
        return Parts(found.Places, lengths.Places, count, options);
    }

    /// <param name="found">Where each separator starts.</param>
    /// <param name="lengths">How long each is. None means that all are of one character.</param>
    private string[] Parts(ReadOnlySpan<int> found, ReadOnlySpan<int> lengths, int count, StringSplitOptions options)
    {
        if (found.IsEmpty) return Whole(count, options);
        if (options == StringSplitOptions.None) return AllParts(found.Slice(0, Math.Min(found.Length, count - 1)), lengths);
        bool dropsEmpty = (options & StringSplitOptions.RemoveEmptyEntries) != 0;
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < found.Length; i++)
        {
            ReadOnlySpan<char> part = Entry(this.AsSpan(start, found[i] - start), options);
            // The last part is all of the rest, from its first separator that ends something on.
            if (parts.Count == count - 1 && !(dropsEmpty && part.IsEmpty)) break;
            if (!part.IsEmpty || !dropsEmpty) parts.Add(Part(part));
            start = found[i] + (lengths.IsEmpty ? 1 : lengths[i]);
        }
        ReadOnlySpan<char> rest = Entry(this.AsSpan(start), options);
        if (!rest.IsEmpty || !dropsEmpty) parts.Add(Part(rest));
        return parts.ToArray();
    }

    /// <summary>What stands before each separator, and behind the last.</summary>
    private string[] AllParts(ReadOnlySpan<int> found, ReadOnlySpan<int> lengths)
    {
        string[] parts = new string[found.Length + 1];
        int start = 0;
        for (int i = 0; i < found.Length; i++)
        {
            parts[i] = Ctor(this.AsSpan(start, found[i] - start));
            start = found[i] + (lengths.IsEmpty ? 1 : lengths[i]);
        }
        parts[found.Length] = Ctor(this.AsSpan(start));
        return parts;
    }

    private static ReadOnlySpan<char> Entry(ReadOnlySpan<char> part, StringSplitOptions options) =>
        (options & StringSplitOptions.TrimEntries) != 0 ? part.Trim() : part;
}
