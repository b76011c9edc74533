using System.Linq;
using Uk.Testing;
using Xunit;

public sealed class MacSwapTests
{
    private static readonly Endpoint s_client = new("02:00:00:00:01:01", "10.0.0.1", 1000), s_server = new("02:00:00:00:02:02", "10.0.0.2", 2000);

    [Fact]
    public void Frames_come_back_with_their_addresses_swapped()
    {
        byte[] frame = Frame.Udp(s_client, s_server, "payload"u8);
        byte[] swapped = [.. frame[6..12], .. frame[..6], .. frame[12..]];
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[frame, frame]]);
        Assert.Equal([swapped, swapped], outcome.Sent(port: 0));
    }

    [Fact]
    public void What_has_no_addresses_is_dropped_and_counted()
    {
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [[new byte[11]]]);
        Assert.Empty(outcome.Sent(port: 0));
        Assert.Contains("Truncated 1", outcome.Errors);
    }

    [Fact]
    public void The_capture_comes_back()
    {
        var frames = Capture.Read("captures/in0.pcap");
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [frames]);
        Assert.Equal(frames.Select(frame => frame[12..]), outcome.Sent(port: 0).Select(frame => frame[12..]));
    }
}
