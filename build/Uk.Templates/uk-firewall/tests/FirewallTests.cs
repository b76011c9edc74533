using System;
using System.Linq;
using Uk.Testing;
using Xunit;

/// <summary>The policy of Policy.cs, with packets: what goes in at one side, and what comes out at the other.</summary>
public sealed class FirewallTests
{
    private const int Inside = 0, Outside = 1;

    private static readonly Endpoint s_host = new("02:00:00:00:00:10", "10.0.0.10", 40_000), s_webServer = new("02:00:00:00:00:80", "10.0.0.80", 80);
    private static readonly Endpoint s_router = new("02:00:00:00:00:fe", "10.0.0.254"), s_stranger = new(s_router.Mac, "198.51.100.7", 5_000);

    [Fact]
    public void A_host_inside_may_ask_and_is_answered()
    {
        byte[] question = Frame.Udp(s_host, s_stranger with { Port = 53 }, "question"u8), answer = Frame.Udp(s_stranger with { Port = 53 }, s_host, "answer"u8);
        ProgramOutcome outcome = Run([question], [answer]);
        Assert.Equal([question], outcome.Sent(Outside));
        Assert.Equal([answer], outcome.Sent(Inside));
        AssertCounted(outcome, "office asks", packets: 2);
    }

    [Fact]
    public void Nobody_outside_is_heard_who_was_not_asked()
    {
        ProgramOutcome outcome = Run([], [Frame.Udp(s_stranger, s_host, "hello"u8), Frame.EchoRequest(s_stranger, s_host)]);
        Assert.Empty(outcome.Sent(Inside));
        AssertCounted(outcome, "(no rule)", packets: 2);
        Assert.Contains("Policy 2", outcome.Errors);
    }

    [Fact]
    public void An_answer_from_somebody_else_is_none()
    {
        byte[] question = Frame.Udp(s_host, s_stranger with { Port = 53 }, "question"u8);
        byte[] forged = Frame.Udp(s_stranger with { Port = 53, Address = "198.51.100.8" }, s_host, "forged"u8);
        Assert.Empty(Run([question], [forged]).Sent(Inside));
    }

    [Fact]
    public void The_web_server_is_reached_at_port_80_and_at_no_other()
    {
        byte[] open = Frame.Tcp(s_stranger, s_webServer, TcpFlags.Syn), other = Frame.Tcp(s_stranger, s_webServer with { Port = 22 }, TcpFlags.Syn);
        ProgramOutcome outcome = Run([], [open, other, Frame.Tcp(s_stranger, s_host with { Port = 80 }, TcpFlags.Syn)]);
        Assert.Equal([open], outcome.Sent(Inside));
        AssertCounted(outcome, "web", packets: 1);
        AssertCounted(outcome, "(no rule)", packets: 2);
    }

    [Fact]
    public void A_connection_begins_with_a_syn_and_a_reset_ends_it()
    {
        byte[] middle = Frame.Tcp(s_stranger, s_webServer, TcpFlags.Ack), syn = Frame.Tcp(s_stranger, s_webServer, TcpFlags.Syn);
        byte[] reset = Frame.Tcp(s_stranger, s_webServer, TcpFlags.Rst);
        ProgramOutcome outcome = Run([], [middle, syn, middle, reset, middle]);
        Assert.Equal([syn, middle, reset], outcome.Sent(Inside));
    }

    [Fact]
    public void A_rule_that_stops_goes_before_those_behind_it()
    {
        ProgramOutcome outcome = Run([Frame.Tcp(s_host, s_stranger with { Port = 23 }, TcpFlags.Syn)], []);
        Assert.Empty(outcome.Sent(Outside));
        AssertCounted(outcome, "no telnet", packets: 1);
    }

    [Fact]
    public void Without_flow_a_rule_is_for_one_direction()
    {
        byte[] log = Frame.Udp(s_stranger, s_host with { Port = 516 }, "entry"u8);
        ProgramOutcome outcome = Run([], [log, Frame.Udp(s_stranger, s_host with { Port = 518 }, "entry"u8)]);
        Assert.Equal([log], outcome.Sent(Inside));
    }

    [Fact]
    public void Hosts_find_each_other()
    {
        byte[] request = Frame.ArpRequest(s_host, s_router), reply = Frame.ArpReply(s_router, s_host);
        ProgramOutcome outcome = Run([request], [reply]);
        Assert.Equal([request], outcome.Sent(Outside));
        Assert.Equal([reply], outcome.Sent(Inside));
    }

    [Fact]
    public void What_cannot_be_judged_does_not_pass()
    {
        byte[] good = Frame.Tcp(s_host, s_stranger, TcpFlags.Syn);
        byte[] fragment = Frame.With(good, Frame.Ip + 7, 1), wrongSum = Frame.With(good, Frame.Ip + 10, 0x55), ipv6 = Frame.With(good, 12, 0x86);
        ProgramOutcome outcome = Run([fragment, wrongSum, ipv6, good[..30], new byte[13]], []);
        Assert.Empty(outcome.Sent(Outside));
        Assert.Contains("drops Truncated 2, BadChecksum 1, UnknownProtocol 1, Fragment 1", outcome.Errors);
    }

    /// <summary>Whatever comes from outside, nothing passes that the policy does not know, and every frame is counted.</summary>
    [Fact]
    public void Damaged_frames_pass_as_they_are_or_not_at_all()
    {
        Random random = new(5);
        byte[] seed = Frame.Tcp(s_stranger, s_webServer, TcpFlags.Syn, "GET /"u8);
        byte[][] frames = [.. Enumerable.Range(0, 2000).Select(_ => Frame.With(seed[..random.Next(34, seed.Length + 1)], random.Next(34), (byte)random.Next(256)))];
        ProgramOutcome outcome = Run([], frames);
        Assert.All(outcome.Sent(Inside), frame => Assert.Contains(frames, sent => sent.AsSpan().SequenceEqual(frame)));
        Assert.InRange(outcome.Sent(Inside).Count, 1, frames.Length - 1);
    }

    /// <summary>captures/out0.pcap and out1.pcap are what is expected: look at them in Wireshark.</summary>
    [Fact]
    public void The_captures_are_filtered()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [Capture.Read("captures/in0.pcap"), Capture.Read("captures/in1.pcap")]);
        Assert.Equal(Capture.Read("captures/out0.pcap"), outcome.Sent(Inside));
        Assert.Equal(Capture.Read("captures/out1.pcap"), outcome.Sent(Outside));
    }

    private static ProgramOutcome Run(byte[][] fromInside, byte[][] fromOutside) => HostProgram.Run("Uk-Program", [fromInside, fromOutside]);

    private static void AssertCounted(ProgramOutcome outcome, string rule, int packets) => Assert.Contains($"firewall: {rule}: {packets} packets, ", outcome.Output);
}
