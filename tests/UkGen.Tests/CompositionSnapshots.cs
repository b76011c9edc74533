// What is emitted for whole applications, each over the real contracts; it must compile without a warning.

using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Tests;

public sealed class CompositionSnapshots
{
    private const string Usings = """
        using System;
        using Uk;
        using Uk.EthDev;
        using Uk.Memory;
        using Uk.Mempool;

        """;

    private const string UsingsOfFakes = Usings + """
        using Fakes.Memory;
        using Fakes.Net;

        """;

    private const string PingResponder = Usings + """
        namespace PingResponder;

        [MemoryRegion(Size = 1 << 20, PageSize = PageSize.TwoMegabytes)]
        partial struct PacketMemory;

        [Mempool<PacketMemory>(Mbufs = 511)]
        partial struct Packets;

        [Port(0, RxDescriptors = 256), Uses<Packets>]
        partial struct Wan;

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
    public void HelloWorldGetsNothing() =>
        Assert.Empty(Build.Of(Usings + """
            Console.WriteLine("Hello");
            """).Run().WithoutDiagnostics().Generated);

    [Fact]
    public void NothingIsComposedUnlessAsked() =>
        Assert.Empty((Build.Of(PingResponder) with { Composes = false, Output = OutputKind.DynamicallyLinkedLibrary })
            .Run().Generated);

    [Theory]
    [InlineData("kvm")]
    [InlineData("linux")]
    [InlineData("")]
    public void OnePort(string target) =>
        Verify("OnePort." + (target.Length == 0 ? "host" : target), Build.Of(PingResponder) with { Target = target });

    /// <summary>A loop and nothing else: an entry point, no composition.</summary>
    [Fact]
    public void OnlyAnLcore() => Verify("OnlyAnLcore", Build.Of(Usings + """
        namespace App;

        static class Program
        {
            [Lcore(0)]
            public static void Loop() => Console.WriteLine("Hello");
        }
        """) with { Fakes = ["Platforms", "Memory"] });

    /// <summary>Loops that are tasks are waited for, also where only a method beside them can be called.</summary>
    [Fact]
    public void LoopsOfTasks() => Verify("LoopsOfTasks", Build.Of(Usings + """
        using System.Threading.Tasks;

        namespace App;

        static partial class Program
        {
            [Lcore(0)]
            internal static async Task Loop() => await Task.Yield();

            [Lcore(1)]
            private static ValueTask Work() => default;
        }
        """) with { Fakes = ["Platforms", "Memory"] });

    /// <summary>Three loops, two of them private, each with a core of its own.</summary>
    [Theory]
    [InlineData("kvm")]
    [InlineData("")]
    public void SeveralLcores(string target) =>
        Verify("SeveralLcores." + (target.Length == 0 ? "host" : target), Build.Of(Usings + """
            namespace App;

            static class Program
            {
                [Lcore(0)]
                public static void Loop() => Console.WriteLine(Lcore.Id + Lcore.Count);
            }

            static partial class Workers
            {
                [Lcore(2)]
                static void Last() { }

                [Lcore(1)]
                private static void First() { }
            }
            """) with { Target = target, Fakes = ["Platforms", "Memory"] });

    /// <summary>The loop is private: the composition reaches it through the partial class.</summary>
    [Fact]
    public void PrivateLoop() => Verify("PrivateLoop", Build.Of(UsingsOfFakes + """
        [assembly: Scheduler(typeof(Cooperative))]

        namespace App.Loops;

        static partial class Outer
        {
            internal static partial class Program
            {
                [Lcore(0)]
                static void Loop() { }
            }
        }
        """));

    /// <summary>An application with a Main of its own: what is composed is up before it runs.</summary>
    [Fact]
    public void TopLevelStatements() => Verify("TopLevelStatements", Build.Of(Usings + """
        Console.WriteLine(Scratch.FreeBytes);

        [MemoryRegion(Size = 100)]
        partial struct Scratch;
        """));

    /// <summary>Choices and options, for all and for one part; each part has its own structs where it differs.</summary>
    [Fact]
    public void ChoicesAndOptions() => Verify("ChoicesAndOptions", Build.Of(UsingsOfFakes + """
        [assembly: Scheduler(typeof(Cooperative))]
        [assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.TimeoutNs), 1_000_000)]
        [assembly: Option<IPortOptions>(nameof(IPortOptions.TxDescriptors), 1024)]
        [assembly: Machine(Memory = 64 * Size.MiB)]

        namespace Gateway;

        [MemoryRegion(Size = 3 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
        partial struct PacketMemory;

        [MemoryRegion(Size = 10_000), Uses(typeof(BuddyAllocator<,>))]
        partial struct Flows;

        [MemoryRegion(Size = 2 * Size.MiB, At = 0x0100_0000)]
        partial struct Shared;

        [Mempool<PacketMemory>(Mbufs = 511)]
        partial struct Packets;

        [Mempool<PacketMemory>(Mbufs = 63, DataRoom = 9216)]
        partial struct Jumbos;

        [Port(0), Uses<Packets>, Uses(typeof(VirtioMmio<>))]
        partial struct Wan;

        [Port(1, TxDescriptors = 256), Uses<Jumbos>]
        [Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Offload), Offload.Checksum)]
        [Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), true)]
        [Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Label), "a \"quoted\" \\ label")]
        [Option<IPortOptions>(nameof(IPortOptions.Name), "lan0")]
        partial struct Lan;

        static class Program
        {
            [Lcore(0)]
            internal static void Loop() { }
        }
        """));

    /// <summary>Names of the user that mean something else in the emitted code are not confused with what it uses.</summary>
    [Fact]
    public void NamesOfTheUser() => Verify("NamesOfTheUser", Build.Of(Usings + """
        struct Mbuf;

        namespace App
        {
            struct VirtioNet<T>;
            struct Burst;
            static class Provider;
            static class KvmPlatform;

            internal static partial class Outer
            {
                internal partial record struct Inner
                {
                    [MemoryRegion(Size = 4096)]
                    public partial struct @event;
                }
            }

            [Mempool<Outer.Inner.@event>]
            partial struct Packets;

            [Port(0), Uses<Packets>]
            public partial struct Wan;

            static class Program
            {
                [Lcore(0)]
                internal static void @while() { }
            }
        }
        """));

    /// <summary>Two parts of one name in different namespaces.</summary>
    [Fact]
    public void SameNames() => Verify("SameNames", Build.Of(Usings + """
        [MemoryRegion(Size = 4096)] partial struct Scratch;

        namespace A
        {
            [MemoryRegion(Size = 8192)] partial struct Scratch;
        }

        static class Program
        {
            [Lcore(0)]
            internal static void Loop() { }
        }
        """));

    /// <summary>The application brings a driver of its own, and one that stands in front of another.</summary>
    [Fact]
    public void OwnLibraries() => Verify("OwnLibraries", Build.Of(Usings + """
        [assembly: Uses(typeof(App.Counting<>))]

        namespace App;

        [UkLibrary]
        [Provides<IEthDriver>]
        struct Loopback : IEthDriver<Loopback>
        {
            public static MacAddress MacAddress => default;
            public static bool LinkUp => true;
            public static bool Ended => false;
            public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
            public static int Transmit(int queue, ref Burst burst) => 0;
        }

        [UkLibrary]
        [Provides<IEthDriver>]
        [Requires<IEthDriver>]
        struct Counting<TDriver> : IEthDriver<Counting<TDriver>>, IInitialize<Counting<TDriver>>
            where TDriver : struct, IEthDriver<TDriver>
        {
            public static MacAddress MacAddress => TDriver.MacAddress;
            public static bool LinkUp => TDriver.LinkUp;
            public static bool Ended => TDriver.Ended;
            public static void Receive(int queue, ref Burst burst, ref DropCounters drops) => TDriver.Receive(queue, ref burst, ref drops);
            public static int Transmit(int queue, ref Burst burst) => TDriver.Transmit(queue, ref burst);
            public static void Initialize() { }
        }

        [Port(0)]
        partial struct Wan;

        static class Program
        {
            [Lcore(0)]
            internal static void Loop() { }
        }
        """) with { Fakes = ["Platforms", "OnlyPort"] });

    /// <summary>Every form that a member of a contract may have is forwarded.</summary>
    [Fact]
    public void FormsOfMembers() => Verify("FormsOfMembers", Build.Of("""
        using System;
        using System.Collections.Generic;
        using Uk;

        namespace App;

        [Flags]
        public enum Mode : byte { Slow, Fast }

        public interface IEverythingOptions : IOptions
        {
            static virtual Mode Mode => Mode.Slow;
            static virtual byte Small => 0;
            static virtual double Ratio => 0;
            static virtual char Letter => 'a';
            static virtual ulong Large => 0;
        }

        public interface IBase<TSelf> where TSelf : struct, IBase<TSelf>
        {
            static abstract void Inherited();
        }

        public interface IEverything : IContract;

        public unsafe interface IEverything<TSelf> : IEverything, IBase<TSelf> where TSelf : struct, IEverything<TSelf>
        {
            static abstract int Settable { get; set; }
            static abstract ref int Reference { get; }
            static abstract ref readonly long Find(in int key, out string? name, scoped Span<byte> room);
            static abstract void* Pointers(byte** to, delegate* unmanaged<void> callback);
            static abstract (int Count, string? Label) Tuple(int[] counts, int?[,] maybe, params string[] rest);
            static abstract Dictionary<string, List<Mode?>> Map(Mode mode = Mode.Fast, string text = "\n", float f = 1.5f, object? none = null);
            static abstract void @lock(int @class);
            static virtual bool MayBeLeftOut => false;
            static virtual void MayBeLeftOutToo(int count) { }
            static bool IsNobodysButTheContracts => true;
        }

        [AttributeUsage(AttributeTargets.Struct)]
        [Part<IEverything, IEverythingOptions>]
        public sealed class EverythingAttribute(Mode mode = Mode.Slow, byte small = 7) : Attribute
        {
            public Mode Mode { get; set; } = mode;
            public byte Small { get; set; } = small;
            public double Ratio { get; set; }
            public char Letter { get; set; }
            public ulong Large { get; set; }
        }

        [UkLibrary, Provides<IEverything>]
        public unsafe struct EverythingLibrary : IEverything<EverythingLibrary>
        {
            private static int s_value;
            private static long s_long;
            public static void Inherited() { }
            public static int Settable { get; set; }
            public static ref int Reference => ref s_value;
            public static ref readonly long Find(in int key, out string? name, scoped Span<byte> room) { name = null; return ref s_long; }
            public static void* Pointers(byte** to, delegate* unmanaged<void> callback) => null;
            public static (int Count, string? Label) Tuple(int[] counts, int?[,] maybe, params string[] rest) => default;
            public static Dictionary<string, List<Mode?>> Map(Mode mode, string text, float f, object? none) => new();
            public static void @lock(int @class) { }
        }

        [Everything(Mode.Fast, Ratio = 0.1, Letter = '\'', Large = ulong.MaxValue)]
        partial struct One;

        [Everything((Mode)9, small: 200)]
        partial record struct Two;

        static class Program
        {
            [Lcore(0)]
            internal static void Loop() { }
        }
        """) with { Fakes = [] });

    private static void Verify(string name, Build build) => Snapshot.Verify(name, build.Run().WithoutDiagnostics().Text);
}
