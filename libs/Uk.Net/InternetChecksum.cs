// The checksum of IPv4, ICMP, UDP and TCP: the 16-bit one's complement of the one's complement sum. RFC 1071, RFC 1624.

using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk.Net;

/// <summary>Data path; any context. For little-endian processors, as all targets are.</summary>
[HotPath]
public static class InternetChecksum
{
    /// <summary>One of the two zeros of one's complement: adding it changes a sum that is not plus zero by nothing.</summary>
    private const uint MinusZero = 0xFFFF;

    /// <summary>The checksum of bytes in which the checksum field, if it is among them, is 0.</summary>
    public static ushort Compute(ReadOnlySpan<byte> bytes) => (ushort)~Sum(bytes);

    /// <summary>Bytes that contain their own checksum add up to minus zero. RFC 1071, section 1, (3).</summary>
    public static bool IsValid(ReadOnlySpan<byte> bytes) => Sum(bytes) == 0xFFFF;

    /// <summary>As <see cref="Compute(ReadOnlySpan{byte})"/>, of more 16-bit words whose sum is known: a pseudo header.</summary>
    internal static ushort Compute(ReadOnlySpan<byte> bytes, uint moreWords) => (ushort)~Add(Sum(bytes), moreWords);

    internal static bool IsValid(ReadOnlySpan<byte> bytes, uint moreWords) => Add(Sum(bytes), moreWords) == 0xFFFF;

    /// <summary>
    /// The checksum after one aligned 16-bit field has changed. RFC 1624, section 3, equation 3, for data of which some word
    /// is not 0 before and after: IPv4 has its version, the pseudo headers have their protocol.
    /// </summary>
    /// <remarks>
    /// Such data never adds up to plus zero, so the result is never 0xFFFF, whichever zero <paramref name="checksum"/> is:
    /// minus zero is among what is added up. Data that is all zero has the checksum 0xFFFF (RFC 1071, section 1), which no
    /// update can know: see <see cref="IcmpPacket.TurnIntoEchoReply"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, ushort oldField, ushort newField)
    {
        uint sum = MinusZero + (uint)(ushort)~checksum + (ushort)~oldField + newField;
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }

    /// <summary>As <see cref="Update(ushort, ushort, ushort)"/>, of two aligned fields, or of one of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, uint oldFields, uint newFields)
    {
        uint sum = MinusZero + (uint)(ushort)~checksum + (ushort)~oldFields + (ushort)~(oldFields >> 16)
            + (ushort)newFields + (newFields >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }

    /// <summary>
    /// As <see cref="Update(ushort, ushort, ushort)"/>, of UDP: a checksum of 0 is none and stays so, and one that would be 0 is sent as 0xFFFF. RFC
    /// 768, "Fields".
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort UpdateUdp(ushort checksum, ushort oldField, ushort newField)
    {
        if (checksum == 0) return 0;
        ushort updated = Update(checksum, oldField, newField);
        return updated == 0 ? (ushort)MinusZero : updated;
    }

    /// <summary>
    /// The one's complement sum. It is taken in the processor's byte order and turned at the end, RFC 1071, section 2,
    /// (B), and from 32-bit words, (C).
    /// </summary>
    private static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        nuint length = (uint)bytes.Length;
        nuint at = 0;
        // Invariant: at + (what a step reads) <= length. A span has fewer than 2^29 words of 32 bits, so a 64-bit sum
        // of them cannot overflow and no carry is lost. Two sums, because each addition waits for the one before it.
        ulong even = 0, odd = 0;
        for (; at + 16 <= length; at += 16)
        {
            even += Load32(ref first, at);
            odd += Load32(ref first, at + 4);
            even += Load32(ref first, at + 8);
            odd += Load32(ref first, at + 12);
        }
        for (; at + 4 <= length; at += 4)
            even += Load32(ref first, at);
        if (at + 2 <= length)
        {
            odd += Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref first, at));
            at += 2;
        }
        // A last odd byte stands for a word whose second byte is 0.
        if (at < length) odd += Unsafe.Add(ref first, at);
        return Fold(even + odd);
    }

    /// <summary>At most 2^16 words, so that no carry is lost.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Add(ushort sum, uint moreWords)
    {
        uint all = sum + moreWords;
        all = (all & 0xFFFF) + (all >> 16);
        return (ushort)((all & 0xFFFF) + (all >> 16));
    }

    private static ushort Fold(ulong sum)
    {
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        sum = (sum & 0xFFFF_FFFF) + (sum >> 32);
        uint folded = (uint)(sum & 0xFFFF) + (uint)(sum >> 16);
        folded = (folded & 0xFFFF) + (folded >> 16);
        return BinaryPrimitives.ReverseEndianness((ushort)folded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Load32(ref byte first, nuint at) => Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, at));
}
