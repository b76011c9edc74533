using System.Collections.Generic;
using System.Linq;
using Uk.Testing;
using Xunit;

public sealed class WireTests
{
    private static readonly Endpoint s_here = new("02:00:00:00:01:01", "10.0.0.1", 1000), s_there = new("02:00:00:00:02:02", "10.0.0.2", 2000);

    [Fact]
    public void Frames_go_thereat_the_other_port_as_they_came_and_in_order()
    {
        byte[][] there = [.. Enumerable.Range(0, 100).Select(i => Frame.Udp(s_here, s_there, new byte[i]))];
        byte[][] back = [Frame.Udp(s_there, s_here, "back"u8)];
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [there, back]);
        Assert.Equal(there, outcome.Sent(port: 1));
        Assert.Equal(back, outcome.Sent(port: 0));
    }

    [Fact]
    public void The_captures_pass()
    {
        IReadOnlyList<byte[]> in0 = Capture.Read("captures/in0.pcap"), in1 = Capture.Read("captures/in1.pcap");
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [in0, in1]);
        Assert.Equal(in0, outcome.Sent(port: 1));
        Assert.Equal(in1, outcome.Sent(port: 0));
    }
}
