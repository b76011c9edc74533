using System.Collections.Generic;

namespace System;

public sealed unsafe partial class String
{
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
    private string[] SplitAtAny(ReadOnlySpan<char> separators, int count, StringSplitOptions options)
    {
        if (IsWhole(count, options)) return Whole(count, options);
        List<int> found = [];
        for (int i = 0; i < _stringLength; i++)
            if (separators.IsEmpty ? char.IsWhiteSpace(this[i]) : separators.IndexOf(this[i]) >= 0)
            {
                found.Add(i);
                found.Add(1);
            }
        return Parts(found, count, options);
    }

    private string[] SplitAtAny(ReadOnlySpan<string?> separators, int count, StringSplitOptions options)
    {
        List<int> found = [];
        for (int i = 0; i < _stringLength; i++)
        {
            foreach (string? separator in separators)
            {
                if (IsNullOrEmpty(separator) || !this.AsSpan(i).StartsWith(separator)) continue;
                found.Add(i);
                found.Add(separator.Length);
                i += separator.Length - 1;
                break;
            }
        }
        return Parts(found, count, options);
    }

    /// <param name="found">Start and length of each separator.</param>
    private string[] Parts(List<int> found, int count, StringSplitOptions options)
    {
        if (found.Count == 0) return Whole(count, options);
        bool dropsEmpty = (options & StringSplitOptions.RemoveEmptyEntries) != 0;
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < found.Count; i += 2)
        {
            ReadOnlySpan<char> part = Entry(this.AsSpan(start, found[i] - start), options);
            // The last part is all of the rest, from its first separator that ends something on.
            if (parts.Count == count - 1 && !(dropsEmpty && part.IsEmpty)) break;
            if (!part.IsEmpty || !dropsEmpty) parts.Add(Part(part));
            start = found[i] + found[i + 1];
        }
        ReadOnlySpan<char> rest = Entry(this.AsSpan(start), options);
        if (!rest.IsEmpty || !dropsEmpty) parts.Add(Part(rest));
        return parts.ToArray();
    }

    private static ReadOnlySpan<char> Entry(ReadOnlySpan<char> part, StringSplitOptions options) =>
        (options & StringSplitOptions.TrimEntries) != 0 ? part.Trim() : part;
}
