// Universally unique identifiers (RFC 9562). Their text is in Guid.Text.cs.

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace System;

[StructLayout(LayoutKind.Sequential)]
public readonly partial struct Guid
    : IComparable, IComparable<Guid>, IEquatable<Guid>, ISpanFormattable, ISpanParsable<Guid>, IUtf8SpanFormattable
{
    private const int Size = 16;

    public static readonly Guid Empty;

    private readonly int _a;
    private readonly short _b;
    private readonly short _c;
    /// <summary>The last eight bytes, the first of them lowest.</summary>
    private readonly byte _d, _e, _f, _g, _h, _i, _j, _k;

    public Guid(byte[] b) : this((ReadOnlySpan<byte>)(b ?? throw new ArgumentNullException(nameof(b)))) { }

    public Guid(ReadOnlySpan<byte> b) : this(b, bigEndian: false) { }

    public Guid(ReadOnlySpan<byte> b, bool bigEndian)
    {
        if (b.Length != Size) throw new ArgumentException("Byte array for Guid must be exactly 16 bytes long.", nameof(b));
        this = MemoryMarshal.Read<Guid>(b);
        if (!bigEndian) return;
        _a = BinaryPrimitives.ReverseEndianness(_a);
        _b = BinaryPrimitives.ReverseEndianness(_b);
        _c = BinaryPrimitives.ReverseEndianness(_c);
    }

    public Guid(int a, short b, short c, byte[] d)
    {
        ArgumentNullException.ThrowIfNull(d, nameof(d));
        if (d.Length != 8) throw new ArgumentException("Byte array for Guid must be exactly 8 bytes long.", nameof(d));
        this = new Guid(a, b, c, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
    }

    public Guid(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
    {
        (_a, _b, _c) = (a, b, c);
        (_d, _e, _f, _g) = (d, e, f, g);
        (_h, _i, _j, _k) = (h, i, j, k);
    }

    public Guid(uint a, ushort b, ushort c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
        : this((int)a, (short)b, (short)c, d, e, f, g, h, i, j, k) { }

    public static Guid AllBitsSet => new(-1, -1, -1, 255, 255, 255, 255, 255, 255, 255, 255);

    public int Version => (_c >> 12) & 15;
    public int Variant => _d >> 4;

    public static Guid NewGuid()
    {
        const ushort RandomVersion = 0x4000;
        ulong upper = Entropy.Next(), lower = Entropy.Next();
        return Of((int)upper, (short)(upper >> 32), (short)(((upper >> 48) & 0x0FFF) | RandomVersion), lower);
    }

    public static Guid CreateVersion7() => CreateVersion7(DateTimeOffset.UtcNow);

    public static Guid CreateVersion7(DateTimeOffset timestamp)
    {
        const ushort TimeVersion = 0x7000;
        long milliseconds = timestamp.ToUnixTimeMilliseconds();
        if (milliseconds < 0) ThrowHelper.ArgumentOutOfRange(nameof(timestamp));
        return Of((int)(milliseconds >> 16), (short)milliseconds, (short)((Entropy.Next() & 0x0FFF) | TimeVersion), Entropy.Next());
    }

    /// <summary>The last eight bytes are random, but for the variant.</summary>
    private static Guid Of(int a, short b, short c, ulong rest) => new(
        a, b, c, (byte)((rest & 0x3F) | 0x80), (byte)(rest >> 8), (byte)(rest >> 16), (byte)(rest >> 24),
        (byte)(rest >> 32), (byte)(rest >> 40), (byte)(rest >> 48), (byte)(rest >> 56));

    public byte[] ToByteArray() => ToByteArray(bigEndian: false);

    public byte[] ToByteArray(bool bigEndian)
    {
        byte[] bytes = new byte[Size];
        TryWriteBytes(bytes, bigEndian, out _);
        return bytes;
    }

    public bool TryWriteBytes(Span<byte> destination) => TryWriteBytes(destination, bigEndian: false, out _);

    public bool TryWriteBytes(Span<byte> destination, bool bigEndian, out int bytesWritten)
    {
        bytesWritten = 0;
        if (destination.Length < Size) return false;
        MemoryMarshal.Write(destination, in this);
        if (bigEndian)
        {
            BinaryPrimitives.WriteInt32BigEndian(destination, _a);
            BinaryPrimitives.WriteInt16BigEndian(destination.Slice(4), _b);
            BinaryPrimitives.WriteInt16BigEndian(destination.Slice(6), _c);
        }
        bytesWritten = Size;
        return true;
    }

    /// <summary>The first eight bytes as the numbers that order them.</summary>
    private ulong Upper => ((ulong)(uint)_a << 32) | ((ulong)(ushort)_b << 16) | (ushort)_c;

    private ulong Lower => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(in _d));

    public override bool Equals([NotNullWhen(true)] object? o) => o is Guid other && this == other;
    public bool Equals(Guid g) => this == g;
    public override int GetHashCode()
    {
        ulong rest = Unsafe.ReadUnaligned<ulong>(in _d);
        return _a ^ ((ushort)_b | (_c << 16)) ^ (int)rest ^ (int)(rest >> 32);
    }

    public int CompareTo(Guid value)
    {
        int order = Upper.CompareTo(value.Upper);
        return order != 0 ? order : Lower.CompareTo(value.Lower);
    }

    public int CompareTo(object? value) => value is null ? 1 : value is Guid other ? CompareTo(other) : throw new ArgumentException("Object must be of type GUID.", nameof(value));

    public static bool operator ==(Guid a, Guid b) => a.Upper == b.Upper && a.Lower == b.Lower;
    public static bool operator !=(Guid a, Guid b) => !(a == b);
    public static bool operator <(Guid left, Guid right) => left.CompareTo(right) < 0;
    public static bool operator <=(Guid left, Guid right) => left.CompareTo(right) <= 0;
    public static bool operator >(Guid left, Guid right) => left.CompareTo(right) > 0;
    public static bool operator >=(Guid left, Guid right) => left.CompareTo(right) >= 0;
}
