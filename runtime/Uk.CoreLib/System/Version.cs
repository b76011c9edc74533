// Two to four numbers: major, minor, build, revision.

using System.Diagnostics.CodeAnalysis;

namespace System;

public sealed class Version : ICloneable, IComparable, IComparable<Version?>, IEquatable<Version?>, ISpanFormattable
{
    private const int Absent = -1;

    public Version() : this(0, 0, Absent, Absent, 0) { }
    public Version(int major, int minor) : this(major, minor, Absent, Absent, 2) { }
    public Version(int major, int minor, int build) : this(major, minor, build, Absent, 3) { }
    public Version(int major, int minor, int build, int revision) : this(major, minor, build, revision, 4) { }

    public Version(string version)
    {
        Version parsed = Parse(version);
        (Major, Minor, Build, Revision) = (parsed.Major, parsed.Minor, parsed.Build, parsed.Revision);
    }

    private Version(int major, int minor, int build, int revision, int given)
    {
        if (major < 0) ThrowHelper.ArgumentOutOfRange(nameof(major));
        if (minor < 0) ThrowHelper.ArgumentOutOfRange(nameof(minor));
        if (build < 0 && given > 2) ThrowHelper.ArgumentOutOfRange(nameof(build));
        if (revision < 0 && given > 3) ThrowHelper.ArgumentOutOfRange(nameof(revision));
        (Major, Minor, Build, Revision) = (major, minor, build, revision);
    }

    public int Major { get; }
    public int Minor { get; }
    public int Build { get; }
    public int Revision { get; }
    public short MajorRevision => (short)(Revision >> 16);
    public short MinorRevision => (short)Revision;

    public object Clone() => this;

    private int FieldCount => Build < 0 ? 2 : Revision < 0 ? 3 : 4;

    public override string ToString() => ToString(FieldCount);

    public string ToString(int fieldCount)
    {
        if ((uint)fieldCount > (uint)FieldCount) throw new ArgumentException("Argument must be between 0 and the number of components.", nameof(fieldCount));
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, fieldCount);
        return text.ToString();
    }

    private void Write(ref TextBuffer text, int fieldCount)
    {
        ReadOnlySpan<int> fields = [Major, Minor, Build, Revision];
        for (int i = 0; i < fieldCount; i++)
        {
            if (i > 0) text.Append('.');
            text.AppendDigits((ulong)fields[i], 1);
        }
    }

    public bool TryFormat(Span<char> destination, out int charsWritten) => TryFormat(destination, FieldCount, out charsWritten);

    public bool TryFormat(Span<char> destination, int fieldCount, out int charsWritten)
    {
        if ((uint)fieldCount > (uint)FieldCount) throw new ArgumentException("Argument must be between 0 and the number of components.", nameof(fieldCount));
        TextBuffer text = new(stackalloc char[TextBuffer.UsualLength]);
        Write(ref text, fieldCount);
        return text.TryCopyTo(destination, out charsWritten);
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    public static Version Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input, nameof(input));
        return Parse((ReadOnlySpan<char>)input);
    }

    public static Version Parse(ReadOnlySpan<char> input) => Read(input, throws: true)!;
    public static bool TryParse([NotNullWhen(true)] string? input, [NotNullWhen(true)] out Version? result) => TryParse((ReadOnlySpan<char>)input, out result);

    public static bool TryParse(ReadOnlySpan<char> input, [NotNullWhen(true)] out Version? result)
    {
        result = Read(input, throws: false);
        return result is not null;
    }

    private static Version? Read(ReadOnlySpan<char> text, bool throws)
    {
        Span<int> fields = [0, 0, Absent, Absent];
        int count = 0;
        while (true)
        {
            int point = text.IndexOf('.');
            ReadOnlySpan<char> part = point < 0 ? text : text.Slice(0, point);
            if (count == 4 || (count == 0 && point < 0)) return throws ? throw new ArgumentException("Version string portion was too short or too long.", "input") : null;
            if (throws)
            {
                fields[count] = int.Parse(part);
                if (fields[count] < 0) throw new ArgumentOutOfRangeException("input", "Version's parameters must be greater than or equal to zero.");
            }
            else if (!int.TryParse(part, out fields[count]) || fields[count] < 0) return null;
            count++;
            if (point < 0) return new Version(fields[0], fields[1], fields[2], fields[3], count);
            text = text.Slice(point + 1);
        }
    }

    public bool Equals([NotNullWhen(true)] Version? obj) => CompareTo(obj) == 0;
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Version other && Equals(other);
    public override int GetHashCode() => ((Major & 15) << 28) | ((Minor & 255) << 20) | ((Build & 255) << 12) | (Revision & 4095);
    public int CompareTo(object? version) =>
        version is null ? 1 : version is Version other ? CompareTo(other) : throw new ArgumentException("Object must be of type Version.");

    public int CompareTo(Version? value)
    {
        if (ReferenceEquals(this, value)) return 0;
        if (value is null) return 1;
        if (Major != value.Major) return Major > value.Major ? 1 : -1;
        if (Minor != value.Minor) return Minor > value.Minor ? 1 : -1;
        if (Build != value.Build) return Build > value.Build ? 1 : -1;
        return Revision == value.Revision ? 0 : Revision > value.Revision ? 1 : -1;
    }

    public static bool operator ==(Version? v1, Version? v2) => v1 is null ? v2 is null : v1.Equals(v2);
    public static bool operator !=(Version? v1, Version? v2) => !(v1 == v2);
    public static bool operator <(Version? v1, Version? v2) => v1 is null ? v2 is not null : v1.CompareTo(v2) < 0;
    public static bool operator <=(Version? v1, Version? v2) => v1 is null || v1.CompareTo(v2) <= 0;
    public static bool operator >(Version? v1, Version? v2) => v2 < v1;
    public static bool operator >=(Version? v1, Version? v2) => v2 <= v1;
}
