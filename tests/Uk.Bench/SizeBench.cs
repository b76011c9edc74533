// How large images are: the stripped files.

using System.IO;

namespace Uk.Bench;

internal static class SizeBench
{
    private const double HelloBudget = 24 * 1024;
    private const double PingBudget = 96 * 1024;

    public static BenchResults Run()
    {
        var results = new BenchResults();
        results.Add(Size("HelloWorld", "kvm") with { Budget = HelloBudget, Peer = Peers.UnikraftSmallest + " (quoted)", PeerValue = Peers.UnikraftHelloBytes });
        results.Add(Size("HelloWorld", "linux"));
        results.Add(Size("PingResponder", "kvm") with { Budget = PingBudget, Peer = Peers.Unikraft + " + lwIP (quoted)", PeerValue = Peers.UnikraftPingBytes });
        return results;
    }

    private static Measurement Size(string application, string target) =>
        new($"{application}.{target}", new FileInfo(Repository.Publish(application, target)).Length, "bytes");
}
