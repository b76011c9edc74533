// How large images are, the stripped files, and what a feature adds to the smallest one.

using System.IO;
using Uk.Qemu;

namespace Uk.Bench;

internal static class SizeBench
{
    private const double HelloBudget = 24 * 1024;
    private const double PingBudget = 96 * 1024;
    private const double L2ForwardBudget = 64 * 1024;
    private const double TogetherBudget = 120 * 1000;
    private static readonly string[] s_applications = ["L2Forward.Ports", "L3Forward", "KeyValue", "PacketSend", "PacketReceive"];

    /// <summary>The programs of tests/images/Costs beside the one that does nothing: features of the language, then of the library.</summary>
    private static readonly string[] s_features =
    [
        "Exceptions", "Collector", "Async", "Interpolation", "EnumNames", "EnumParsing", "TypeNames", "ObjectText", "StackTraces",
        "Dictionary", "SortedDictionary", "PriorityQueue", "Linq", "ConcurrentDictionary", "Channel",
    ];

    public static BenchResults Run()
    {
        var results = new BenchResults();
        results.Add(Size("HelloWorld", "kvm") with { Budget = HelloBudget, Peer = Peers.UnikraftSmallest + " (quoted)", PeerValue = Peers.UnikraftHelloBytes });
        results.Add(Size("HelloWorld", "linux"));
        results.Add(Size("PingResponder", "kvm") with { Budget = PingBudget, Peer = Peers.Unikraft + " + lwIP (quoted)", PeerValue = Peers.UnikraftPingBytes });
        results.Add(Size("L2Forward", "kvm") with { Budget = L2ForwardBudget });
        foreach (string application in s_applications) results.Add(Size(application, "kvm"));
        ApplicationMemory.AddTo(results);
        AddCosts(results);
        return results;
    }

    /// <summary>A program with the feature minus one without it.</summary>
    private static void AddCosts(BenchResults results)
    {
        long nothing = CostProgram("Nothing");
        foreach (string feature in s_features)
            results.Add(new Measurement($"cost.{feature}.kvm", CostProgram(feature) - nothing, "bytes"));
        // Exceptions, the collector, async and three collections: the whole image.
        results.Add(new Measurement("Together.kvm", CostProgram("Together"), "bytes") { Budget = TogetherBudget });
    }

    private static long CostProgram(string feature)
    {
        string property = "-p:UkCost=" + feature;
        string project = Path.Combine(Repository.Root, "tests/images/Costs");
        AppImage.Publish(project, "kvm", property);
        return new FileInfo(Path.Combine(project, $"bin/kvm/Release/{feature}/net10.0/publish/Cost.{feature}.kvm")).Length;
    }

    private static Measurement Size(string application, string target) =>
        new($"{application}.{target}", new FileInfo(Repository.Publish(application, target)).Length, "bytes");
}
