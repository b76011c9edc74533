// Capture files for tests, also such as no tool would write. Written from the format's description, not with the writer
// under test.

using System;
using System.Buffers.Binary;
using System.IO;
using Uk.Port.Host;

namespace Uk.Libs.Tests.HostPorts;

internal sealed class Capture
{
    private readonly MemoryStream _file = new();
    private readonly bool _bigEndian;

    public Capture(
        uint magic = 0xA1B2_C3D4,
        bool bigEndian = false,
        uint snapLength = 262_144,
        uint linkType = 1,
        ushort minorVersion = 4)
    {
        _bigEndian = bigEndian;
        Put32(magic);
        Put16(2);
        Put16(minorVersion);
        Put32(0);
        Put32(0);
        Put32(snapLength);
        Put32(linkType);
    }

    public byte[] Bytes => _file.ToArray();
    public int Length => (int)_file.Length;

    public void Frame(ReadOnlySpan<byte> bytes, uint seconds = 1, uint fraction = 2) =>
        Record((uint)bytes.Length, (uint)bytes.Length, bytes, seconds, fraction);

    public void Record(uint captured, uint original, ReadOnlySpan<byte> bytes, uint seconds = 1, uint fraction = 2)
    {
        Put32(seconds);
        Put32(fraction);
        Put32(captured);
        Put32(original);
        _file.Write(bytes);
    }

    /// <param name="length">How much of the file there is; all of it where it is left out.</param>
    public PcapReader Open(int? length = null) => new(new MemoryStream(Bytes[..(length ?? Length)]), "test.pcap");

    private void Put32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (_bigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        _file.Write(bytes);
    }

    private void Put16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (_bigEndian) BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        _file.Write(bytes);
    }
}
