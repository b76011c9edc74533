using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Uk.Port.Host;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

public sealed class PcapReaderTests
{
    private const uint Microseconds = 0xA1B2_C3D4;
    private const uint Nanoseconds = 0xA1B2_3C4D;

    [Theory]
    [InlineData(Microseconds, false, 1_000_000_007_000_123_000UL)]
    [InlineData(Microseconds, true, 1_000_000_007_000_123_000UL)]
    [InlineData(Nanoseconds, false, 1_000_000_007_000_000_123UL)]
    [InlineData(Nanoseconds, true, 1_000_000_007_000_000_123UL)]
    public void Both_resolutions_in_both_byte_orders(uint magic, bool bigEndian, ulong timestampNs)
    {
        Capture capture = new(magic, bigEndian);
        capture.Frame([1, 2, 3, 4, 5], seconds: 1_000_000_007, fraction: 123);
        using PcapReader reader = capture.Open();
        Assert.True(reader.TryRead(out PcapFrame frame));
        Assert.Equal([1, 2, 3, 4, 5], frame.Bytes.ToArray());
        Assert.Equal(5u, frame.OriginalLength);
        Assert.Equal(timestampNs, frame.TimestampNs);
        Assert.False(reader.TryRead(out _));
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void Frames_come_in_order_whatever_their_length()
    {
        Capture capture = new();
        int[] lengths = [0, 1, 60, 9000, 2048, 262_144, 3];
        foreach (int length in lengths)
            capture.Frame(new byte[length]);
        using PcapReader reader = capture.Open();
        foreach (int length in lengths)
        {
            Assert.True(reader.TryRead(out PcapFrame frame));
            Assert.Equal(length, frame.Bytes.Length);
        }
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void A_file_cut_anywhere_in_a_frame_is_an_error_that_names_the_frame()
    {
        Capture capture = new();
        capture.Frame(new byte[60]);
        int whole = capture.Length;
        capture.Frame(new byte[60]);
        for (int length = whole + 1; length < capture.Length; length++)
        {
            using PcapReader reader = capture.Open(length);
            Assert.True(reader.TryRead(out _));
            var problem = Assert.Throws<HostPortException>(() => reader.TryRead(out _));
            Assert.Contains("'test.pcap' is cut off in frame 2", problem.Message);
        }
    }

    [Fact]
    public void A_file_cut_between_frames_ends_there()
    {
        Capture capture = new();
        capture.Frame(new byte[60]);
        int whole = capture.Length;
        capture.Frame(new byte[60]);
        using PcapReader reader = capture.Open(whole);
        Assert.True(reader.TryRead(out _));
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void A_file_cut_in_its_header_is_an_error()
    {
        Capture capture = new();
        for (int length = 0; length < 24; length++)
        {
            var problem = Assert.Throws<HostPortException>(() => capture.Open(length));
            Assert.Contains("test.pcap", problem.Message);
            Assert.Contains($"{length}", problem.Message);
        }
    }

    [Theory]
    [InlineData(100u, 99u, "100 bytes of a frame of 99")]
    [InlineData(262_145u, 262_145u, "it claims 262145 bytes, and no frame has more than 262144")]
    [InlineData(uint.MaxValue, uint.MaxValue, "no frame has more than 262144")]
    [InlineData(0x8000_0000u, 0x8000_0000u, "no frame has more than 262144")]
    public void Lengths_that_cannot_be_are_an_error(uint captured, uint original, string message)
    {
        Capture capture = new();
        capture.Record(captured, original, new byte[300]);
        using PcapReader reader = capture.Open();
        var problem = Assert.Throws<HostPortException>(() => reader.TryRead(out _));
        Assert.Contains("broken at frame 1", problem.Message);
        Assert.Contains(message, problem.Message);
    }

    /// <summary>As tcpdump reads it.</summary>
    [Fact]
    public void A_frame_longer_than_the_snap_length_is_read()
    {
        Capture capture = new(snapLength: 64);
        capture.Frame(new byte[64]);
        capture.Frame(new byte[65]);
        using PcapReader reader = capture.Open();
        Assert.True(reader.TryRead(out _));
        Assert.True(reader.TryRead(out PcapFrame frame));
        Assert.Equal(65, frame.Bytes.Length);
    }

    [Fact]
    public void No_snap_length_means_no_limit()
    {
        Capture capture = new(snapLength: 0);
        capture.Frame(new byte[9000]);
        using PcapReader reader = capture.Open();
        Assert.True(reader.TryRead(out PcapFrame frame));
        Assert.Equal(9000, frame.Bytes.Length);
    }

    [Fact]
    public void A_shortened_frame_keeps_its_original_length()
    {
        Capture capture = new();
        capture.Record(64, 1514, new byte[64]);
        using PcapReader reader = capture.Open();
        Assert.True(reader.TryRead(out PcapFrame frame));
        Assert.Equal(64, frame.Bytes.Length);
        Assert.Equal(1514u, frame.OriginalLength);
    }

    [Fact]
    public void Pcapng_is_refused_with_the_command_that_converts_it()
    {
        byte[] bytes = new byte[64];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x0A0D_0D0A);
        var problem = Assert.Throws<HostPortException>(() => new PcapReader(new MemoryStream(bytes), "new.pcapng"));
        Assert.Contains("editcap -F pcap new.pcapng", problem.Message);
        Assert.Contains("tcpdump -r new.pcapng -w", problem.Message);
    }

    [Theory]
    [InlineData("hello, world, this is a text", "starts with 0x68656c6c")]
    [InlineData("", "0 bytes")]
    public void Other_files_are_refused(string text, string message)
    {
        var problem = Assert.Throws<HostPortException>(
            () => new PcapReader(new MemoryStream(System.Text.Encoding.ASCII.GetBytes(text)), "test.txt"));
        Assert.Contains(message, problem.Message);
    }

    [Theory]
    [InlineData(101u, "link type 101")]
    [InlineData(0x2400_0069u, "link type 105 (field 0x24000069)")]
    public void Link_types_but_Ethernet_are_refused(uint linkType, string message)
    {
        var problem = Assert.Throws<HostPortException>(() => new Capture(linkType: linkType).Open());
        Assert.Contains(message, problem.Message);
        Assert.Contains("Ethernet", problem.Message);
    }

    /// <summary>
    /// draft-ietf-opsawg-pcap-04, section 4: bit 26 says that bits 28 to 31 are the length of the check sequence, in words of 16
    /// bits; the others are reserved, and a reader looks past them.
    /// </summary>
    [Theory]
    [InlineData(0x0000_0001u, 0)]
    [InlineData(0x0400_0001u, 0)]
    [InlineData(0x1400_0001u, 2)]
    [InlineData(0x2400_0001u, 4)]
    [InlineData(0xF400_0001u, 30)]
    [InlineData(0x2000_0001u, 0)]
    [InlineData(0x0BFF_0001u, 0)]
    public void Check_sequences_are_no_part_of_a_frame(uint linkType, int checkSequence)
    {
        foreach (bool bigEndian in new[] { false, true })
        {
            Capture capture = new(bigEndian: bigEndian, linkType: linkType);
            byte[] frame = [.. Enumerable.Range(1, 60).Select(i => (byte)i)];
            capture.Frame([.. frame, .. new byte[checkSequence]]);
            // Cut short: what is there is all frame. And one that is nothing but a check sequence.
            capture.Record(50, (uint)(60 + checkSequence), frame.AsSpan(0, 50));
            capture.Frame(new byte[checkSequence / 2]);
            using PcapReader reader = capture.Open();
            Assert.True(reader.TryRead(out PcapFrame read));
            Assert.Equal(frame, read.Bytes.ToArray());
            Assert.Equal(60u, read.OriginalLength);
            Assert.True(reader.TryRead(out read));
            Assert.Equal(frame[..50], read.Bytes.ToArray());
            Assert.Equal(60u, read.OriginalLength);
            Assert.True(reader.TryRead(out read));
            Assert.Equal(0, read.Bytes.Length);
        }
    }

    [Fact]
    public void Other_versions_are_refused()
    {
        var problem = Assert.Throws<HostPortException>(() => new Capture(minorVersion: 3).Open());
        Assert.Contains("version 2.3", problem.Message);
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read_whole()
    {
        Capture capture = new();
        capture.Frame([9, 8, 7]);
        using PcapReader reader = new(new OneByteStream(capture.Bytes), "pipe");
        Assert.True(reader.TryRead(out PcapFrame frame));
        Assert.Equal([9, 8, 7], frame.Bytes.ToArray());
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void Random_damage_is_an_error_or_frames_but_nothing_else()
    {
        Random random = new(24);
        Capture capture = new();
        for (int i = 0; i < 5; i++)
            capture.Frame(new byte[random.Next(100)]);
        int errors = 0, clean = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = capture.Bytes[..(random.Next(2) == 0 ? capture.Length : random.Next(capture.Length + 1))];
            for (int changes = random.Next(3); changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                using PcapReader reader = new(new MemoryStream(bytes), "test.pcap");
                int frames = 0;
                while (reader.TryRead(out _))
                    Assert.True(++frames <= bytes.Length / 16);
                clean++;
            }
            catch (HostPortException)
            {
                errors++;
            }
        }
        Assert.True(errors > 1000 && clean > 1000, $"{errors} {clean}");
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        Random random = new(48);
        List<(byte[] Bytes, ulong TimestampNs)> frames = [];
        MemoryStream file = new();
        using (PcapWriter writer = new(file))
        {
            for (int i = 0; i < 200; i++)
            {
                byte[] bytes = new byte[i == 100 ? 200_000 : random.Next(1600)];
                random.NextBytes(bytes);
                ulong timestampNs = 1_800_000_000_000_000_000UL + (ulong)random.NextInt64(1_000_000_000_000);
                writer.Write(bytes, timestampNs);
                frames.Add((bytes, timestampNs));
            }
        }
        using PcapReader reader = new(new MemoryStream(file.ToArray()), "test.pcap");
        foreach ((byte[] bytes, ulong timestampNs) in frames)
        {
            Assert.True(reader.TryRead(out PcapFrame frame));
            Assert.Equal(bytes, frame.Bytes.ToArray());
            Assert.Equal((uint)bytes.Length, frame.OriginalLength);
            Assert.Equal(timestampNs, frame.TimestampNs);
        }
        Assert.False(reader.TryRead(out _));
    }

    [Fact]
    public void Header_and_flushed_frames_are_in_the_file_before_it_is_closed()
    {
        MemoryStream file = new();
        PcapWriter writer = new(file);
        Assert.Equal(24, file.Length);
        writer.Write(new byte[60], 0);
        writer.Flush();
        Assert.Equal(24 + 16 + 60, file.Length);
    }

    /// <summary>Hands out one byte at a time, as a slow pipe may.</summary>
    private sealed class OneByteStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1)]);
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
