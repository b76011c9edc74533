using System;
using System.Buffers.Binary;
using Uk.Net;
using Xunit;

namespace Uk.Libs.Tests.Net;

public sealed class InternetChecksumTests
{
    /// <summary>The numerical example of RFC 1071, section 3.</summary>
    [Fact]
    public void The_example_of_the_rfc() =>
        Assert.Equal(0x220D, InternetChecksum.Compute([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7]));

    [Fact]
    public void Nothing_adds_up_to_zero() => Assert.Equal(0xFFFF, InternetChecksum.Compute([]));

    [Fact]
    public void Every_length_and_alignment_agrees_with_the_definition()
    {
        Random random = new(1071);
        byte[] bytes = new byte[4096];
        random.NextBytes(bytes);
        for (int length = 0; length < 300; length++)
        {
            for (int start = 0; start < 9; start++)
            {
                ReadOnlySpan<byte> part = bytes.AsSpan(start, length);
                Assert.Equal(Naive(part), InternetChecksum.Compute(part));
            }
        }
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x00)]
    [InlineData(0x80)]
    public void The_largest_packet_of_one_byte_value_keeps_its_carries(byte value)
    {
        byte[] bytes = new byte[65_535];
        bytes.AsSpan().Fill(value);
        Assert.Equal(Naive(bytes), InternetChecksum.Compute(bytes));
    }

    [Fact]
    public void Bytes_with_their_own_checksum_are_valid_and_one_changed_bit_is_found()
    {
        Random random = new(2);
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = new byte[2 + random.Next(100)];
            random.NextBytes(bytes);
            bytes[0] = bytes[1] = 0;
            ushort checksum = InternetChecksum.Compute(bytes);
            (bytes[0], bytes[1]) = ((byte)(checksum >> 8), (byte)checksum);
            Assert.True(InternetChecksum.IsValid(bytes));
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Assert.False(InternetChecksum.IsValid(bytes));
        }
    }

    /// <summary>The case in which equation 2 of RFC 1141 goes wrong: RFC 1624, section 4.</summary>
    [Fact]
    public void The_corner_case_of_the_incremental_update() =>
        Assert.Equal(0x0000, InternetChecksum.Update(0xDD2F, 0x5555, 0x3285));

    /// <summary>Folding the carries makes a carry again.</summary>
    [Fact]
    public void An_incremental_update_keeps_the_last_carry() =>
        Assert.Equal(0xFFFE, InternetChecksum.Update(0x0000, 0x0000, 0x0001));

    /// <summary>
    /// Every word of a small header runs over the values where carries and both zeros are, and the field before and after as
    /// well; the checksum comes in either form of zero. RFC 1624, section 3.
    /// </summary>
    [Fact]
    public void An_incremental_update_is_the_full_sum()
    {
        ushort[] edges = [0, 1, 0x00FF, 0x0100, 0x7FFF, 0x8000, 0xFF00, 0xFFFE, 0xFFFF];
        foreach (ushort rest in edges)
            foreach (ushort more in edges)
                foreach (ushort before in edges)
                    foreach (ushort after in edges)
                    {
                        // Data that is all zero is not for updates.
                        if ((rest | more | before) == 0 || (rest | more | after) == 0) continue;
                        ushort old = Sum(rest, more, before), expected = Sum(rest, more, after);
                        Assert.Equal(expected, InternetChecksum.Update(old, before, after));
                        if (old == 0) Assert.Equal(expected, InternetChecksum.Update(0xFFFF, before, after));
                        // Two fields at once: the one next to it becomes its complement.
                        ushort both = Sum(rest, (ushort)~more, after);
                        if ((rest | (ushort)~more | after) != 0)
                            Assert.Equal(both, InternetChecksum.Update(old, (uint)more << 16 | before, (uint)(ushort)~more << 16 | after));
                        ushort udp = old == 0 ? (ushort)0xFFFF : old;
                        Assert.Equal(expected == 0 ? 0xFFFF : expected, InternetChecksum.UpdateUdp(udp, before, after));
                        Assert.Equal(0, InternetChecksum.UpdateUdp(0, before, after));
                    }
    }

    private static ushort Sum(params ReadOnlySpan<ushort> words)
    {
        byte[] bytes = new byte[words.Length * 2];
        for (int i = 0; i < words.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), words[i]);
        return Naive(bytes);
    }

    [Fact]
    public void An_incremental_update_gives_a_valid_checksum()
    {
        Random random = new(1624);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[20];
            random.NextBytes(bytes);
            // Often all zeros or all ones, where one's complement has two zeros.
            if (round % 3 == 0) bytes.AsSpan(2).Fill((byte)(round % 2 * 0xFF));
            bytes[0] = bytes[1] = 0;
            ushort before = InternetChecksum.Compute(bytes);
            int field = 2 * random.Next(1, 10);
            ushort oldField = (ushort)((bytes[field] << 8) | bytes[field + 1]);
            ushort newField = (ushort)(round % 5 == 0 ? 0 : random.Next(65_536));
            (bytes[field], bytes[field + 1]) = ((byte)(newField >> 8), (byte)newField);
            ushort after = InternetChecksum.Update(before, oldField, newField);
            (bytes[0], bytes[1]) = ((byte)(after >> 8), (byte)after);
            // Without a byte that is not 0 there is no sum that a receiver would accept: RFC 1624, section 3.
            if (bytes.AsSpan(2).IndexOfAnyExcept((byte)0) < 0) continue;
            Assert.True(InternetChecksum.IsValid(bytes));
        }
    }

    private static ushort Naive(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            sum += i % 2 == 0 ? (uint)bytes[i] << 8 : bytes[i];
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (ushort)~sum;
    }
}
