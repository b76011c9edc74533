// ICMP for IPv4: the message as a view over bytes, and an echo as a value. RFC 792. Error messages are neither made nor
// interpreted.

using System;
using System.Runtime.InteropServices;

namespace Uk.Net;

/// <summary>RFC 792, "Echo or Echo Reply Message".</summary>
public enum IcmpType : byte
{
    EchoReply = 0,
    EchoRequest = 8,
}

/// <summary>
/// A message of at least <see cref="HeaderLength"/> bytes whose checksum is right: accessors cannot fail. Valid as long
/// as the buffer is.
/// </summary>
/// <remarks>DPDK: <c>rte_icmp_hdr</c>.</remarks>
[HotPath]
public readonly ref struct IcmpPacket
{
    /// <summary>All messages of RFC 792 have 8 bytes before their data.</summary>
    public const int HeaderLength = 8;

    private const int ChecksumOffset = 2;

    private readonly Span<byte> _bytes;

    private IcmpPacket(Span<byte> bytes) => _bytes = bytes;

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    /// <summary>
    /// The checksum covers all of <paramref name="bytes"/>: pass the payload of the IP packet, not of the frame.
    /// </summary>
    public static bool TryParse(Span<byte> bytes, out IcmpPacket packet, out DropReason error)
    {
        packet = default;
        error = bytes.Length < HeaderLength ? DropReason.Truncated
            : InternetChecksum.IsValid(bytes) ? DropReason.None
            : DropReason.BadChecksum;
        if (error != DropReason.None) return false;
        packet = new IcmpPacket(bytes);
        return true;
    }

    public IcmpType Type => (IcmpType)First;
    public byte Code => NetworkOrder.Load8(ref First, 1);
    public ushort Checksum => NetworkOrder.Load16(ref First, ChecksumOffset);

    /// <summary>Of an echo message.</summary>
    public ushort Identifier => NetworkOrder.Load16(ref First, 4);

    /// <summary>Of an echo message.</summary>
    public ushort SequenceNumber => NetworkOrder.Load16(ref First, 6);

    public Span<byte> Data => _bytes.Slice(HeaderLength);

    /// <summary>
    /// Makes an echo request its reply: identifier, sequence number and data stay. RFC 792, "Echo or Echo Reply
    /// Message"; RFC 1122, section 3.2.2.6. The checksum stays right.
    /// </summary>
    public void TurnIntoEchoReply()
    {
        ref byte first = ref First;
        ushort oldTypeAndCode = NetworkOrder.Load16(ref first, 0);
        const ushort NewTypeAndCode = (ushort)IcmpType.EchoReply << 8;
        NetworkOrder.Store16(ref first, 0, NewTypeAndCode);
        ushort checksum = InternetChecksum.Update(Checksum, oldTypeAndCode, NewTypeAndCode);
        NetworkOrder.Store16(ref first, ChecksumOffset, checksum);
        // An echo reply can be all zero, and its checksum is 0xFFFF then. RFC 1071, section 1; RFC 1624, section 3.
        if (checksum == 0) NetworkOrder.Store16(ref first, ChecksumOffset, InternetChecksum.Compute(_bytes));
    }
}

/// <summary>The header of an echo message as a value.</summary>
[HotPath]
public readonly struct IcmpEchoHeader(IcmpType type, ushort identifier, ushort sequenceNumber)
{
    public readonly IcmpType Type = type;
    public readonly ushort Identifier = identifier;
    public readonly ushort SequenceNumber = sequenceNumber;

    /// <summary>
    /// Writes 8 bytes in front of the data that is there already, and the checksum of all of
    /// <paramref name="message"/>. False, and nothing written, for fewer than 8 bytes.
    /// </summary>
    public bool TryWrite(Span<byte> message)
    {
        if (message.Length < IcmpPacket.HeaderLength) return false;
        ref byte first = ref MemoryMarshal.GetReference(message);
        NetworkOrder.Store32(ref first, 0, (uint)Type << 24);
        NetworkOrder.Store16(ref first, 4, Identifier);
        NetworkOrder.Store16(ref first, 6, SequenceNumber);
        NetworkOrder.Store16(ref first, 2, InternetChecksum.Compute(message));
        return true;
    }
}
