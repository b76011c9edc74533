// Frames for and from applications, written byte by byte from the specifications, without the libraries that the applications
// parse and write them with.

using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;

namespace Uk.Tests.Wire;

/// <summary>Who is at one end: a MAC address, an IPv4 address, a UDP port.</summary>
internal sealed record End(string Mac, string Address, ushort Port = 0)
{
    public byte[] MacBytes => Convert.FromHexString(Mac.Replace(":", ""));
    public byte[] AddressBytes => [.. Address.Split('.').Select(byte.Parse)];
}

internal static class WireFrames
{
    public const int Ip = 14, Udp = Ip + 20, Payload = Udp + 8;

    /// <summary>RFC 894, 791, 768. Both checksums are right.</summary>
    public static byte[] Datagram(End from, End to, ReadOnlySpan<byte> payload, byte timeToLive = 64)
    {
        var frame = new byte[Payload + payload.Length];
        to.MacBytes.CopyTo(frame, 0);
        from.MacBytes.CopyTo(frame, 6);
        frame[12] = 8;
        frame[Ip] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Ip + 2), (ushort)(frame.Length - Ip));
        frame[Ip + 8] = timeToLive;
        frame[Ip + 9] = 17;
        from.AddressBytes.CopyTo(frame, Ip + 12);
        to.AddressBytes.CopyTo(frame, Ip + 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Udp), from.Port);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Udp + 2), to.Port);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Udp + 4), (ushort)(frame.Length - Udp));
        payload.CopyTo(frame.AsSpan(Payload));
        SetChecksums(frame);
        return frame;
    }

    /// <summary>RFC 826.</summary>
    public static byte[] Arp(bool isReply, End from, End to, string? frameTo = null)
    {
        byte[] targetMac = isReply ? to.MacBytes : new byte[6];
        byte[] destination = frameTo is null ? isReply ? to.MacBytes : [255, 255, 255, 255, 255, 255] : new End(frameTo, "").MacBytes;
        return
        [
            .. destination, .. from.MacBytes, 8, 6, 0, 1, 8, 0, 6, 4, 0, (byte)(isReply ? 2 : 1),
            .. from.MacBytes, .. from.AddressBytes, .. targetMac, .. to.AddressBytes,
        ];
    }

    /// <summary>Fills in both checksums of a frame with a whole datagram behind an IPv4 header of 20 bytes.</summary>
    public static byte[] SetChecksums(byte[] frame)
    {
        SetIpv4Checksum(frame);
        int length = BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(Udp + 4));
        frame[Udp + 6] = frame[Udp + 7] = 0;
        ushort checksum = (ushort)~Sum([.. frame[(Ip + 12)..(Ip + 20)], 0, 17, (byte)(length >> 8), (byte)length, .. frame[Udp..(Udp + length)]]);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Udp + 6), checksum == 0 ? (ushort)0xFFFF : checksum);
        return frame;
    }

    public static byte[] SetIpv4Checksum(byte[] frame)
    {
        frame[Ip + 10] = frame[Ip + 11] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(Ip + 10), (ushort)~Sum(frame.AsSpan(Ip, 20)));
        return frame;
    }

    /// <summary>A copy with one byte changed, and the header checksum right again where the byte is covered by it.</summary>
    public static byte[] With(byte[] frame, int offset, int value)
    {
        byte[] changed = [.. frame];
        changed[offset] = (byte)value;
        return offset is >= Ip and < Udp and not (Ip + 10 or Ip + 11) ? SetIpv4Checksum(changed) : changed;
    }

    /// <summary>The one's complement sum, word by word as RFC 1071 defines it.</summary>
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++) sum += (uint)(bytes[i] << (i % 2 == 0 ? 8 : 0));
        while (sum >> 16 != 0) sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)sum;
    }
}

/// <summary>One operation on the key-value store, as apps/KeyValue/PROTOCOL.md describes it.</summary>
internal sealed record StoreRow(byte Code, string Key, string Value = "", byte Status = 0, ushort Tag = 0)
{
    public const int Length = 56;

    public byte[] Bytes
    {
        get
        {
            var bytes = new byte[Length];
            (bytes[0], bytes[1], bytes[2], bytes[3]) = (Code, Status, (byte)Tag, (byte)(Tag >> 8));
            Encoding.ASCII.GetBytes(Key, bytes.AsSpan(8, 16));
            Encoding.ASCII.GetBytes(Value, bytes.AsSpan(24, 32));
            return bytes;
        }
    }

    public static StoreRow Get(string key) => new(1, key);
    public static StoreRow Set(string key, string value) => new(2, key, value);
    public static StoreRow Delete(string key) => new(3, key);

    public static byte[] Request(uint id, params StoreRow[] rows) => Message(0x01, id, rows);
    public static byte[] Response(uint id, params StoreRow[] rows) => Message(0x81, id, rows);

    private static byte[] Message(byte type, uint id, StoreRow[] rows) =>
        [type, (byte)rows.Length, 0, 0, (byte)(id >> 24), (byte)(id >> 16), (byte)(id >> 8), (byte)id, .. rows.SelectMany(row => row.Bytes)];
}
