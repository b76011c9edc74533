using System.Collections.Generic;
using Uk.Testing;
using Xunit;

public sealed class ReceiveTests
{
    [Fact]
    public void It_counts_every_frame_and_sends_none()
    {
        IReadOnlyList<byte[]> frames = Capture.Read("captures/in0.pcap");
        ProgramOutcome outcome = HostProgram.Run("Uk-Program", [frames]);
        Assert.Contains($"wan: rx_good_packets {frames.Count}", outcome.Output);
        Assert.Empty(outcome.Sent(port: 0));
    }
}
