// What Unicode says of characters beyond ASCII. The tables are in CharTables.g.cs, written by a test from .NET's own.

namespace System;

internal static partial class CharTables
{
    /// <summary>Whether a table of ranges (first, last, first, last, …, in order) has the character.</summary>
    internal static bool Contains(ReadOnlySpan<char> ranges, char c)
    {
        int low = 0, high = ranges.Length / 2 - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (c < ranges[2 * middle]) high = middle - 1;
            else if (c > ranges[2 * middle + 1]) low = middle + 1;
            else return true;
        }
        return false;
    }

    /// <summary>
    /// Applies a table of (first, last, step, distance): every step-th character of the range maps to itself plus the
    /// distance, modulo 65,536.
    /// </summary>
    internal static char Map(ReadOnlySpan<char> ranges, char c)
    {
        int low = 0, high = ranges.Length / 4 - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (c < ranges[4 * middle]) high = middle - 1;
            else if (c > ranges[4 * middle + 1]) low = middle + 1;
            else return (c - ranges[4 * middle]) % ranges[4 * middle + 2] == 0 ? (char)(c + ranges[4 * middle + 3]) : c;
        }
        return c;
    }
}
