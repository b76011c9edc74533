// Parts whose contract inherits the one that is required, and that serve together.

using Xunit;

namespace UkGen.Tests;

public sealed class ObserverTests
{
    private const string Common = """
        using Uk;
        using Uk.EthDev;
        using Uk.Memory;
        using Uk.Mempool;
        using Uk.Metrics;

        [MemoryRegion(Size = Size.MiB)] partial struct PacketMemory;
        [Mempool<PacketMemory>] partial struct Packets;

        static class Program
        {
            [Lcore(0)]
            internal static void Loop()
            {
                Burst burst = default;
                while (Wan.RxBurst(ref burst)) Wan.TxBurst(ref burst);
            }
        }

        """;

    [Fact]
    public void NobodyObservesUnlessSomebodyIsDeclared() =>
        Assert.Contains("NobodyObserves", File("Wan", "[Port(0)] partial struct Wan;"));

    [Fact]
    public void AnObserverIsFoundByWhatItsContractInherits()
    {
        string port = File("Wan", "[Port(0)] partial struct Wan; [LatencyHistogram<PacketMemory>] partial struct Delay;");
        Assert.Contains("Delay", port);
        Assert.DoesNotContain("NobodyObserves", port);
    }

    [Fact]
    public void SeveralObserversServeTogetherInTheOrderOfTheirNames() =>
        Assert.Contains("BothObserve<Delay,Uk.EthDev.BothObserve<Stages,Trace>>", File("Wan", """
            [Port(0)] partial struct Wan;
            [PacketTracer<PacketMemory>] partial struct Trace;
            [StageCycles<PacketMemory>] partial struct Stages;
            [LatencyHistogram<PacketMemory>(SampleEvery = 4)] partial struct Delay;
            """));

    [Fact]
    public void APortThatNamesObserversHasThose()
    {
        string port = File("Wan", """
            [Port(0), Uses<Trace>] partial struct Wan;
            [PacketTracer<PacketMemory>] partial struct Trace;
            [LatencyHistogram<PacketMemory>] partial struct Delay;
            """);
        Assert.Contains("Trace", port);
        Assert.DoesNotContain("Delay", port);
    }

    private static string File(string part, string source) => new Build
    {
        Sources = [("Program.cs", Common + source)],
        Target = "kvm",
        UsesRealLibraries = true,
    }.Run().WithoutDiagnostics()[part + ".g.cs"].Replace(" ", "").Replace("\n", "");
}
