using System.Linq;
using Uk.Testing;
using Xunit;

public sealed class PingTests
{
    private const byte AnswerTimeToLive = 255;

    private static readonly Endpoint s_client = new("02:00:00:00:01:01", "10.10.0.1"), s_us = new("02:00:00:00:00:01", "10.10.0.3");
    private static readonly Endpoint s_everybody = s_us.Behind("ff:ff:ff:ff:ff:ff"), s_other = new("02:00:00:00:00:01", "10.10.0.4");

    [Fact]
    public void Whoever_asks_for_the_address_is_told()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[Frame.ArpRequest(s_client, s_us)]]);
        Assert.Equal([Frame.ArpReply(s_us, s_client)], outcome.Sent(port: 0));
    }

    [Fact]
    public void Pings_are_answered_with_what_they_carry()
    {
        byte[] data = [.. Enumerable.Range(0, 1400).Select(i => (byte)i)];
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[Frame.EchoRequest(s_client, s_us, sequence: 7, data)]]);
        Assert.Equal([Frame.EchoReply(s_us, s_client, sequence: 7, data, AnswerTimeToLive)], outcome.Sent(port: 0));
    }

    [Fact]
    public void What_is_for_others_or_damaged_is_dropped_with_its_reason()
    {
        byte[] damaged = Frame.With(Frame.EchoRequest(s_client, s_us, data: "x"u8), Frame.Ip + 10, 0x55);
        byte[][] frames = [Frame.EchoRequest(s_client, s_other), Frame.EchoRequest(s_client, s_everybody), damaged, Frame.Udp(s_client, s_us)];
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [frames]);
        Assert.Empty(outcome.Sent(port: 0));
        Assert.Contains("drops BadChecksum 1, UnknownProtocol 1, NotForUs 2", outcome.Errors);
    }

    /// <summary>captures/out0.pcap is what is expected: look at both in Wireshark.</summary>
    [Fact]
    public void The_capture_is_answered()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [Capture.Read("captures/in0.pcap")]);
        Assert.Equal(Capture.Read("captures/out0.pcap"), outcome.Sent(port: 0));
    }
}
