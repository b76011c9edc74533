using System;
using System.Buffers.Binary;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Span<byte> bytes)
    {
        Span<byte> copy = stackalloc byte[16];
        bytes[..4].CopyTo(copy);
        BinaryPrimitives.WriteUInt32BigEndian(copy, BinaryPrimitives.ReadUInt32BigEndian(bytes) + 1);
        return copy.IndexOf((byte)0) + bytes.Length;
    }
}
