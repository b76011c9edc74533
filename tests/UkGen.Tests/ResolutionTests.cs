// Who is chosen where several could provide something, and where things end up.

using System;
using Xunit;

namespace UkGen.Tests;

public sealed class ResolutionTests
{
    private const string Usings = """
        using Uk;
        using Uk.EthDev;
        using Uk.Memory;
        using Uk.Mempool;
        using Uk.Sched;
        using Fakes.Memory;
        using Fakes.Net;

        """;

    private const string Loop = "static class Program { [Lcore(0)] internal static void Loop() { } }";

    [Fact]
    public void TheDefaultIsTakenWhereNothingIsChosen() =>
        Assert.Contains("BumpAllocator<", File("Scratch", "[MemoryRegion(Size = 1)] partial struct Scratch;"));

    [Fact]
    public void TheAssemblyChoosesForAll() =>
        Assert.Contains("BuddyAllocator<", File("Scratch", """
            [assembly: Uses(typeof(BuddyAllocator<,>))]
            [MemoryRegion(Size = 1)] partial struct Scratch;
            """));

    [Fact]
    public void ThePartChoosesBeforeTheAssembly() =>
        Assert.Contains("BumpAllocator<", File("Scratch", """
            [assembly: Uses(typeof(BuddyAllocator<,>))]
            [MemoryRegion(Size = 1), Uses(typeof(BumpAllocator<,,>))] partial struct Scratch;
            """));

    /// <summary>A closed type means the library as well.</summary>
    [Fact]
    public void AChoiceMayBeClosed() =>
        Assert.Contains("Counting<Fakes.Net.NullDevice>", File("Wan", """
            [Port(0), Uses(typeof(Counting<NullDevice>))] partial struct Wan;

            [UkLibrary, Provides<IEthDriver>, Requires<IEthDriver>]
            struct Counting<TDriver> : IEthDriver<Counting<TDriver>> where TDriver : struct, IEthDriver<TDriver>
            {
                public static MacAddress MacAddress => TDriver.MacAddress;
                public static bool LinkUp => TDriver.LinkUp;
                public static bool Ended => TDriver.Ended;
                public static void Receive(int queue, ref Burst burst, ref DropCounters drops) => TDriver.Receive(queue, ref burst, ref drops);
                public static int Transmit(int queue, ref Burst burst) => TDriver.Transmit(queue, ref burst);
            }
            """, "linux"));

    /// <summary>One application names a driver for each target; every build takes its own.</summary>
    [Theory]
    [InlineData("kvm", "VirtioNet<")]
    [InlineData("", "PcapFile<")]
    [InlineData("linux", "LinuxDevice")]
    public void EachTargetTakesItsChoice(string target, string driver) =>
        Assert.Contains(driver, File("Wan", """
            [MemoryRegion(Size = 1)] partial struct Scratch;
            [Mempool<Scratch>] partial struct Packets;
            [Port(0), Uses(typeof(VirtioNet<,,,>)), Uses(typeof(PcapFile<,>)), Uses(typeof(LinuxDevice))] partial struct Wan;

            [UkLibrary(Targets = UkTargets.Linux), Provides<IEthDriver>]
            struct LinuxDevice : IEthDriver<LinuxDevice>
            {
                public static MacAddress MacAddress => default;
                public static bool LinkUp => false;
                public static bool Ended => false;
                public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
                public static int Transmit(int queue, ref Burst burst) => 0;
            }
            """, target));

    [Fact]
    public void APartMayBeChosenForAll() =>
        Assert.Contains("Jumbos", File("Wan", """
            [assembly: Uses<Jumbos>]
            [MemoryRegion(Size = 1)] partial struct Scratch;
            [Mempool<Scratch>] partial struct Packets;
            [Mempool<Scratch>] partial struct Jumbos;
            [Port(0)] partial struct Wan;
            """));

    /// <summary>Three providers that serve together are folded from the right, in the order of their full names.</summary>
    [Fact]
    public void ProvidersAreCombined() =>
        Assert.Contains(
            "Ahead,FirstFound<VirtioMmio<KvmPlatform>,VirtioPci<PciBus<KvmPlatform>,KvmPlatform>>>",
            File("Composition", """
                [MemoryRegion(Size = 1)] partial struct Scratch;
                [Mempool<Scratch>] partial struct Packets;
                [Port(0)] partial struct Wan;
                [UkLibrary, Provides<ITransport>] struct Ahead : ITransport<Ahead>;
                """).Replace(" ", "").Replace("\n", ""));

    /// <summary>Largest pages first, then by name; whole pages; what has an address takes no room in the arena.</summary>
    [Fact]
    public void RegionsAreLaidOut()
    {
        string text = File("Composition", """
            [MemoryRegion(Size = 1)] partial struct B;
            [MemoryRegion(Size = 4097)] partial struct A;
            [MemoryRegion(Size = 1, At = 0x0100_0000)] partial struct Fixed;
            [MemoryRegion(Size = 1, PageSize = PageSize.TwoMegabytes)] partial struct Z;
            """);
        Assert.Contains("""
            // Arena of 2060 KiB, aligned to 2 MiB:
            //   +0x00000000  Z      2 MiB in pages of 2 MiB
            //   +0x00200000  A      8 KiB in pages of 4 KiB
            //   +0x00202000  B      4 KiB in pages of 4 KiB
            // At fixed addresses:
            //    0x01000000  Fixed  4 KiB in pages of 4 KiB
            """, text);
        Assert.Contains("Length => 2_109_440;", text);
        Assert.Contains("Alignment => 2_097_152;", text);
    }

    /// <summary>A library that two parts share is brought up once; each part's own libraries are brought up each.</summary>
    [Fact]
    public void EachClosedTypeIsBroughtUpOnce()
    {
        string text = File("Composition", """
            [MemoryRegion(Size = 1)] partial struct Scratch;
            [Mempool<Scratch>] partial struct Packets;
            [Port(0)] partial struct Lan;
            [Port(1)] partial struct Wan;
            """);
        foreach (string library in new[] { "KvmPlatform", "PciBus", "VirtioPci", "Transport", "StackMempool", "LanVirtioNet", "WanVirtioNet" })
            Assert.Equal(2, text.Split(" " + library + ".Initialize();").Length);
        Assert.True(text.IndexOf("StackMempool.Initialize") < text.IndexOf("LanVirtioNet.Initialize", StringComparison.Ordinal));
    }

    private static string File(string name, string source, string target = "kvm")
    {
        Build build = Build.Of(Usings + source + "\n" + Loop) with { Target = target };
        return build.Run().WithoutDiagnostics()[name + ".g.cs"];
    }
}
