using System;
using System.Collections.Generic;
using System.Linq;
using Uk.EthDev;
using Uk.Hash;
using Uk.Libs.Tests.Mempool;
using Uk.Net;
using Uk.Tests.Wire;
using Xunit;

namespace Uk.Libs.Tests.Apps;

using Pool = TestPool<KeyValueServerTests>;
using Region = TestRegion<KeyValueServerTests.Store>;

public sealed unsafe class KeyValueServerTests
{
    internal struct Store;

    private const int Capacity = 50;
    private static readonly End s_client = new("02:00:00:00:00:0a", "10.10.0.1", 40_000);
    private static readonly End s_server = new("02:00:00:00:00:01", "10.10.0.3", 11_411);

    private readonly HashTable<StoreKey, StoreValue> _store;
    private readonly KeyValueServer _answering;

    public KeyValueServerTests()
    {
        Pool.Create(mbufs: 4);
        Region.Create(1 * Size.MiB);
        _store = HashTable<StoreKey, StoreValue>.Create<Region>(Capacity, seed: 7);
        _answering = new KeyValueServer(_store, new MacAddress(0x0200_0000_0001), new Ipv4Address(10, 10, 0, 3));
    }

    [Fact]
    public void The_operations_of_a_request_are_done_in_their_order()
    {
        byte[] request = Ask(StoreRow.Request(
            0xDEADBEEF, StoreRow.Get("a"), StoreRow.Set("a", "1"), StoreRow.Get("a"), StoreRow.Set("a", "2") with { Tag = 77 },
            StoreRow.Get("a"), StoreRow.Delete("a"), StoreRow.Delete("a"), StoreRow.Get("a")));
        byte[] response = StoreRow.Response(
            0xDEADBEEF, StoreRow.Get("a") with { Status = 1 }, StoreRow.Set("a", "1"), new(1, "a", "1"), StoreRow.Set("a", "2") with { Tag = 77 },
            new(1, "a", "2"), StoreRow.Delete("a"), StoreRow.Delete("a") with { Status = 1 }, StoreRow.Get("a") with { Status = 1 });
        AssertAnswer(WireFrames.Datagram(s_server, s_client, response), request);
        Assert.Equal(0, _store.Count);
    }

    [Fact]
    public void The_longest_keys_and_values_and_the_most_operations_fit()
    {
        string key = new('k', 16), value = new('v', 32);
        StoreRow[] rows = [StoreRow.Set(key, value), .. Enumerable.Repeat(StoreRow.Get(key), 25)];
        byte[] request = Ask(StoreRow.Request(1, rows));
        Assert.Equal(1506, request.Length);
        StoreRow[] answers = [rows[0], .. Enumerable.Repeat(new StoreRow(1, key, value), 25)];
        AssertAnswer(WireFrames.Datagram(s_server, s_client, StoreRow.Response(1, answers)), request);
    }

    [Fact]
    public void A_key_more_than_there_is_room_for_is_refused_and_the_others_stay()
    {
        for (int i = 0; i < Capacity; i++) Assert.Equal(0, StatusOf(StoreRow.Set($"key {i}", $"{i}")));
        Assert.Equal(2, StatusOf(StoreRow.Set("one more", "x")));
        Assert.Equal(1, StatusOf(StoreRow.Get("one more")));
        Assert.Equal(0, StatusOf(StoreRow.Set("key 7", "replaced")));
        Assert.Equal(0, StatusOf(StoreRow.Delete("key 3")));
        Assert.Equal(0, StatusOf(StoreRow.Set("one more", "x")));
        Assert.Equal(Capacity, _store.Count);
    }

    [Fact]
    public void A_request_without_a_checksum_is_answered_without()
    {
        byte[] request = Ask(StoreRow.Request(1, StoreRow.Get("a")));
        request[WireFrames.Udp + 6] = request[WireFrames.Udp + 7] = 0;
        Assert.Equal(DropReason.None, Answer(request, out byte[] answer));
        Assert.Equal(0, answer[WireFrames.Udp + 6] | answer[WireFrames.Udp + 7]);
    }

    [Fact]
    public void Padding_is_not_sent_back()
    {
        byte[] request = Ask(StoreRow.Request(1, StoreRow.Get("a")));
        AssertAnswer(WireFrames.Datagram(s_server, s_client, StoreRow.Response(1, StoreRow.Get("a") with { Status = 1 })), [.. request, 1, 2, 3]);
    }

    [Fact]
    public void Arp_is_answered()
    {
        AssertAnswer(WireFrames.Arp(isReply: true, s_server, s_client), WireFrames.Arp(isReply: false, s_client, s_server));
        Assert.Equal(DropReason.NotForUs, Answer(WireFrames.Arp(false, s_client, s_server with { Address = "10.10.0.4" }), out _));
    }

    public static TheoryData<DropReason, string> Wrong => new(s_wrong.Select(w => (w.Reason, w.What)));

    private static readonly byte[] s_request = Ask(StoreRow.Request(1, StoreRow.Set("a", "b"), StoreRow.Get("a")));
    private static readonly byte[] s_plain = Ask("..."u8);

    private static readonly (DropReason Reason, string What, byte[] Frame)[] s_wrong =
    [
        (DropReason.Truncated, "an empty datagram", Ask([])),
        (DropReason.Truncated, "half a header", Ask([1, 1, 0, 0])),
        (DropReason.Truncated, "no UDP header", WireFrames.With(s_request, WireFrames.Ip + 3, 27)),
        (DropReason.Truncated, "a frame that ends in the IPv4 header", s_request[..30]),
        (DropReason.BadLength, "fewer operations than claimed", Ask(StoreRow.Request(1, StoreRow.Get("a"))[..^1])),
        (DropReason.BadLength, "more bytes than operations", Ask([.. StoreRow.Request(1, StoreRow.Get("a")), 0])),
        (DropReason.BadLength, "a key that is too long", Ask([.. StoreRow.Request(1, StoreRow.Get("a")), .. new byte[16]])),
        (DropReason.BadLength, "UDP longer than its packet", WireFrames.With(s_request, WireFrames.Udp + 4, 0x40)),
        (DropReason.BadLength, "UDP shorter than its header", WireFrames.With(WireFrames.With(s_request, WireFrames.Udp + 5, 7), WireFrames.Udp + 4, 0)),
        (DropReason.BadLength, "IPv4 longer than the frame", s_request[..^1]),
        (DropReason.BadChecksum, "IPv4", WireFrames.With(s_request, WireFrames.Ip + 10, 0x55)),
        (DropReason.BadChecksum, "UDP", WireFrames.With(s_request, s_request.Length - 1, 0x55)),
        (DropReason.BadChecksum, "UDP, of other addresses", WireFrames.With(s_request, WireFrames.Ip + 15, 9)),
        (DropReason.Malformed, "a response", Ask(StoreRow.Response(1, StoreRow.Get("a")))),
        (DropReason.Malformed, "another type", Ask([2, .. StoreRow.Request(1, StoreRow.Get("a"))[1..]])),
        (DropReason.Malformed, "no operations", Ask(StoreRow.Request(1))),
        (DropReason.Malformed, "27 operations", Ask([1, 27, .. new byte[6 + 56]])),
        (DropReason.Malformed, "operation 0", Ask(StoreRow.Request(1, new StoreRow(0, "a")))),
        (DropReason.Malformed, "operation 4", Ask(StoreRow.Request(1, StoreRow.Get("a"), new StoreRow(4, "a")))),
        (DropReason.Malformed, "from port 0", WireFrames.Datagram(s_client with { Port = 0 }, s_server, StoreRow.Request(1, StoreRow.Get("a")))),
        (DropReason.Malformed, "from itself", WireFrames.Datagram(s_client with { Address = "10.10.0.3" }, s_server, "x"u8)),
        (DropReason.Malformed, "from a group", WireFrames.Datagram(s_client with { Mac = "03:00:00:00:00:0a" }, s_server, "x"u8)),
        (DropReason.Fragment, "the first piece", WireFrames.With(s_request, WireFrames.Ip + 6, 0x20)),
        (DropReason.Fragment, "a later piece", WireFrames.With(s_request, WireFrames.Ip + 7, 1)),
        (DropReason.NotForUs, "another MAC address", WireFrames.Datagram(s_client, s_server with { Mac = "02:00:00:00:00:02" }, "x"u8)),
        (DropReason.NotForUs, "broadcast", WireFrames.Datagram(s_client, s_server with { Mac = "ff:ff:ff:ff:ff:ff" }, "x"u8)),
        (DropReason.NotForUs, "another address", WireFrames.Datagram(s_client, s_server with { Address = "10.10.0.4" }, "x"u8)),
        (DropReason.NotForUs, "another UDP port", WireFrames.Datagram(s_client, s_server with { Port = 11_412 }, "x"u8)),
        (DropReason.UnknownProtocol, "TCP", WireFrames.With(s_plain, WireFrames.Ip + 9, 6)),
        (DropReason.UnknownProtocol, "IPv6", WireFrames.With(WireFrames.With(s_plain, 12, 0x86), 13, 0xDD)),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_dropped_with_its_reason_and_left_as_it_came(DropReason reason, string what)
    {
        byte[] frame = s_wrong.Single(w => w.What == what && w.Reason == reason).Frame;
        Assert.Equal(DropReason.None, Answer(Ask(StoreRow.Request(1, StoreRow.Set("kept", "1"))), out _));
        Assert.Equal(reason, Answer(frame, out byte[] left));
        Assert.Equal(frame, left);
        // Nothing of it was done.
        Assert.Equal(1, _store.Count);
    }

    /// <summary>Against a dictionary, with few keys, so that most operations meet a key that is there.</summary>
    [Fact]
    public void Any_sequence_of_operations_does_what_a_dictionary_does()
    {
        Random random = new(2026);
        Dictionary<string, string> model = [];
        for (uint round = 0; round < 5_000; round++)
        {
            StoreRow[] rows = [.. Enumerable.Range(0, random.Next(1, 27)).Select(_ => AnyRow(random))];
            StoreRow[] expected = [.. rows.Select(row => Apply(model, row))];
            AssertAnswer(WireFrames.Datagram(s_server, s_client, StoreRow.Response(round, expected)), Ask(StoreRow.Request(round, rows)));
        }
        Assert.Equal(model.Count, _store.Count);
        Assert.InRange(model.Count, 5, 40);
    }

    /// <summary>
    /// Frames with random damage: nothing is thrown, nothing outside the frame is touched, and what is answered is as long as
    /// its request and has right checksums.
    /// </summary>
    [Fact]
    public void Damaged_frames_stay_inside_their_room()
    {
        Random random = new(411);
        int[] outcomes = new int[DropCounters.Length];
        byte[][] seeds = [s_request, Ask(StoreRow.Request(1, StoreRow.Delete("a"))), WireFrames.Arp(false, s_client, s_server)];
        for (int round = 0; round < 60_000; round++)
        {
            byte[] frame = Damage(seeds[random.Next(seeds.Length)], random);
            DropReason reason = Answer(frame, out byte[] answer);
            outcomes[(int)reason]++;
            if (reason != DropReason.None || answer[12] != 8 || answer[13] != 0) continue;
            Assert.InRange(answer.Length, WireFrames.Payload + 8 + 56, frame.Length);
            Assert.Equal(0xFFFF, WireFrames.Sum(answer.AsSpan(WireFrames.Ip, (answer[WireFrames.Ip] & 0xF) * 4)));
            Assert.Equal(s_server.MacBytes, answer[6..12]);
        }
        Assert.All(
            (DropReason[])
            [
                DropReason.None, DropReason.Truncated, DropReason.BadLength, DropReason.BadChecksum,
                DropReason.Malformed, DropReason.UnknownProtocol, DropReason.NotForUs, DropReason.Fragment,
            ],
            reason => Assert.True(outcomes[(int)reason] > 20, $"{reason}: {outcomes[(int)reason]}"));
    }

    private static StoreRow AnyRow(Random random)
    {
        string key = $"key {random.Next(40)}";
        return random.Next(3) switch
        {
            0 => StoreRow.Get(key),
            1 => StoreRow.Set(key, $"{random.Next()}"),
            _ => StoreRow.Delete(key),
        };
    }

    private static StoreRow Apply(Dictionary<string, string> model, StoreRow row)
    {
        switch (row.Code)
        {
            case 1:
                return model.TryGetValue(row.Key, out string? value) ? row with { Value = value } : row with { Status = 1 };
            case 2:
                model[row.Key] = row.Value;
                return row;
            default:
                return model.Remove(row.Key) ? row : row with { Status = 1 };
        }
    }

    /// <summary>Half of the damaged frames get right checksums again, so that the damage reaches the rules behind them.</summary>
    private static byte[] Damage(byte[] seed, Random random)
    {
        byte[] frame = [.. seed];
        int kind = random.Next(5);
        if (kind == 0) frame = frame[..random.Next(frame.Length + 1)];
        if (kind == 1) Array.Resize(ref frame, frame.Length + random.Next(60));
        for (int changes = random.Next(4); changes > 0 && frame.Length > 0; changes--)
            frame[random.Next(Math.Min(frame.Length, random.Next(2) == 0 ? 60 : int.MaxValue))] = (byte)random.Next(256);
        bool whole = frame.Length >= WireFrames.Payload && frame[WireFrames.Ip] == 0x45 && frame[12] == 8 && frame[13] == 0;
        if (!whole || random.Next(2) != 0) return frame;
        int length = frame[WireFrames.Udp + 4] << 8 | frame[WireFrames.Udp + 5];
        return length <= frame.Length - WireFrames.Udp ? WireFrames.SetChecksums(frame) : WireFrames.SetIpv4Checksum(frame);
    }

    private static byte[] Ask(ReadOnlySpan<byte> payload) => WireFrames.Datagram(s_client, s_server, payload);

    private int StatusOf(StoreRow row)
    {
        Assert.Equal(DropReason.None, Answer(Ask(StoreRow.Request(5, row)), out byte[] answer));
        return answer[WireFrames.Payload + 8 + 1];
    }

    private void AssertAnswer(byte[] expected, byte[] request)
    {
        Assert.Equal(DropReason.None, Answer(request, out byte[] answer));
        Assert.Equal(Convert.ToHexString(expected), Convert.ToHexString(answer));
    }

    /// <summary>Runs one frame through a real mbuf whose surroundings are watched.</summary>
    private DropReason Answer(ReadOnlySpan<byte> frame, out byte[] after)
    {
        const byte Guard = 0xA5;
        Mbuf* packet = Pool.Allocate();
        Span<byte> room = new(packet->DataPointer - Mbuf.Headroom, Mbuf.Headroom + (int)packet->Capacity);
        room.Fill(Guard);
        frame.CopyTo(room[Mbuf.Headroom..]);
        Assert.True(packet->TrySetLength((uint)frame.Length));
        _answering.Answer(ref *packet);
        after = packet->Data.ToArray();
        Assert.Equal(-1, room[..Mbuf.Headroom].IndexOfAnyExcept(Guard));
        Assert.Equal(-1, room[(Mbuf.Headroom + frame.Length)..].IndexOfAnyExcept(Guard));
        DropReason reason = packet->DropReason;
        Pool.Free(packet);
        return reason;
    }
}
