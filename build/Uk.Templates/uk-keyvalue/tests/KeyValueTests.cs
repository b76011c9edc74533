using System;
using System.Linq;
using System.Text;
using Uk.Testing;
using Xunit;

public sealed class KeyValueTests
{
    private const byte Get = 1, Set = 2, Delete = 3;
    private const byte Done = 0, NotFound = 1;
    private const byte AnswerTimeToLive = 64;

    private static readonly Endpoint s_client = new("02:00:00:00:01:01", "10.10.0.1", 40_000), s_server = new("02:00:00:00:00:01", "10.10.0.3", 11_411);

    [Fact]
    public void Values_are_kept_found_and_deleted()
    {
        Assert.Equal(
            [
                Response(1, Operation(Set, Done, "colour", "blue")),
                Response(2, Operation(Get, Done, "colour", "blue"), Operation(Get, NotFound, "shape")),
                Response(3, Operation(Delete, Done, "colour"), Operation(Get, NotFound, "colour")),
            ],
            Answers(
                Request(1, Operation(Set, Done, "colour", "blue")),
                Request(2, Operation(Get, Done, "colour"), Operation(Get, Done, "shape")),
                Request(3, Operation(Delete, Done, "colour"), Operation(Get, Done, "colour"))));
    }

    [Fact]
    public void A_request_that_is_wrong_is_not_answered_and_counted()
    {
        byte[] cut = Request(1, Operation(Get, Done, "key"))[..^1];
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[Frame.Udp(s_client, s_server, cut), Frame.Udp(s_client, s_server with { Port = 53 }, "x"u8)]]);
        Assert.Empty(outcome.Sent(port: 0));
        Assert.Contains("drops BadLength 1, NotForUs 1", outcome.Errors);
    }

    /// <summary>captures/out0.pcap is what is expected: look at both in Wireshark.</summary>
    [Fact]
    public void The_capture_is_answered()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [Capture.Read("captures/in0.pcap")]);
        Assert.Equal(Capture.Read("captures/out0.pcap"), outcome.Sent(port: 0));
    }

    /// <summary>The payloads of the answers to requests that the client sends one after the other.</summary>
    private static byte[][] Answers(params byte[][] requests)
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[.. requests.Select(request => Frame.Udp(s_client, s_server, request))]]);
        byte[][] payloads = [.. outcome.Sent(port: 0).Select(frame => frame[(Frame.Transport + 8)..])];
        Assert.Equal(payloads.Select(payload => Frame.Udp(s_server, s_client, payload, AnswerTimeToLive)), outcome.Sent(port: 0));
        return payloads;
    }

    // PROTOCOL.md has the layout.
    private static byte[] Request(byte id, params byte[][] operations) => [0x01, (byte)operations.Length, 0, 0, 0, 0, 0, id, .. operations.SelectMany(o => o)];

    private static byte[] Response(byte id, params byte[][] operations) => [0x81, (byte)operations.Length, 0, 0, 0, 0, 0, id, .. operations.SelectMany(o => o)];

    private static byte[] Operation(byte code, byte status, string key, string value = "")
    {
        var bytes = new byte[56];
        (bytes[0], bytes[1]) = (code, status);
        Encoding.ASCII.GetBytes(key, bytes.AsSpan(8, 16));
        Encoding.ASCII.GetBytes(value, bytes.AsSpan(24, 32));
        return bytes;
    }
}
