// The strings that the code of an assembly loads: the #US heap, with more strings behind its own. ECMA-335, II.24.2.4.

using System;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;

namespace Uk.Tool.Stock;

internal sealed class UserStrings
{
    private const string HeapName = "#US";

    private readonly ImmutableArray<byte> _metadata;
    private readonly int _header;
    private readonly MemoryStream _heap = new();
    private readonly int _oldSize;

    /// <param name="metadata">All of the metadata, from its root on.</param>
    public UserStrings(ImmutableArray<byte> metadata)
    {
        _metadata = metadata;
        _header = FindHeader(metadata.AsSpan());
        int offset = BinaryPrimitives.ReadInt32LittleEndian(metadata.AsSpan()[_header..]);
        _oldSize = BinaryPrimitives.ReadInt32LittleEndian(metadata.AsSpan()[(_header + 4)..]);
        _heap.Write(metadata.AsSpan().Slice(offset, _oldSize));
    }

    public bool IsChanged => _heap.Length != _oldSize;

    /// <summary>Behind signature, versions and the length-prefixed version text stand flags and the number of streams.</summary>
    private static int FindHeader(ReadOnlySpan<byte> metadata)
    {
        int at = 16 + BinaryPrimitives.ReadInt32LittleEndian(metadata[12..]);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(metadata[(at + 2)..]);
        at += 4;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> name = metadata[(at + 8)..];
            name = name[..name.IndexOf((byte)0)];
            if (Encoding.ASCII.GetString(name) == HeapName) return at;
            at += 8 + (name.Length / 4 + 1) * 4;
        }
        throw new BadImageFormatException("no heap of strings");
    }

    /// <returns>The offset of the string in the heap.</returns>
    public int Add(string text)
    {
        int offset = (int)_heap.Length;
        WriteLength(text.Length * 2 + 1);
        _heap.Write(Encoding.Unicode.GetBytes(text));
        _heap.WriteByte(text.Any(NeedsMark) ? (byte)1 : (byte)0);
        return offset;
    }

    private void WriteLength(int length)
    {
        if (length < 0x80) _heap.WriteByte((byte)length);
        else if (length < 0x4000)
        {
            _heap.WriteByte((byte)(0x80 | length >> 8));
            _heap.WriteByte((byte)length);
        }
        else
        {
            _heap.WriteByte((byte)(0xC0 | length >> 24));
            _heap.WriteByte((byte)(length >> 16));
            _heap.WriteByte((byte)(length >> 8));
            _heap.WriteByte((byte)length);
        }
    }

    private static bool NeedsMark(char c) =>
        c is > '\u00FF' or (>= '\u0001' and <= '\u0008') or (>= '\u000E' and <= '\u001F') or '\'' or '-' or '\u007F';

    /// <summary>The metadata with this heap behind everything else.</summary>
    public byte[] ToMetadata()
    {
        while (_heap.Length % 4 != 0) _heap.WriteByte(0);
        int start = (_metadata.Length + 3) / 4 * 4;
        byte[] result = new byte[start + _heap.Length];
        _metadata.CopyTo(result);
        _heap.ToArray().CopyTo(result, start);
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(_header), start);
        BinaryPrimitives.WriteInt32LittleEndian(result.AsSpan(_header + 4), (int)_heap.Length);
        return result;
    }
}
