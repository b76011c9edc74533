// Code is broken most of the time that it is being typed. The generators and analyzers then do what they can, and never
// throw, never report an error in emitted code that the user's own code does not explain.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace UkGen.Tests;

public sealed class RobustnessTests
{
    private const string Application = """
        using Uk;
        using Uk.EthDev;
        using Uk.Memory;
        using Uk.Mempool;
        using Uk.Sched;
        using Fakes.Memory;
        using Fakes.Net;

        [assembly: Scheduler(typeof(RunToCompletion<>))]
        [assembly: Machine(Memory = 64 * Size.MiB)]
        [assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), true)]

        namespace App;

        [MemoryRegion(Size = 1 << 20, PageSize = PageSize.TwoMegabytes, At = 0x200000)] partial struct PacketMemory;
        [MemoryRegion(Size = 4096), Uses(typeof(BuddyAllocator<,>))] partial struct Scratch;
        [Mempool<PacketMemory>(Mbufs = 511)] partial struct Packets;
        [Port(0, RxDescriptors = 256), Uses<Packets>, Option<IVirtioNetOptions>("Label", "wan")] partial struct Wan;

        public interface IClock : IContract;
        public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf> { static abstract ulong Now { get; } }

        [UkLibrary(Targets = UkTargets.Kvm), Provides<IClock>(Default = true), Requires<IScheduler>]
        public struct TickClock<TScheduler> : IClock<TickClock<TScheduler>>, IInitialize<TickClock<TScheduler>>
            where TScheduler : struct, IScheduler<TScheduler>
        {
            public static ulong Now => 0;
            public static void Initialize() { }
        }

        static partial class Program
        {
            [Lcore(0)]
            static void Loop() { }
        }
        """;

    public static TheoryData<string> Fragments =>
    [
        "[Port] partial struct A;",
        "[Port(] partial struct A;",
        "[Port(0, RxDescriptors = )] partial struct A;",
        "[Port(0, RxDescriptors = Missing.Value)] partial struct A;",
        "[Port(\"zero\", Nothing = 1)] partial struct A;",
        "[Port(index: 1, index: 2)] partial struct A;",
        "[Port(0), Uses<>] partial struct A;",
        "[Port(0), Uses<Missing>] partial struct A;",
        "[Port(0), Uses(typeof())] partial struct A;",
        "[Port(0), Uses(typeof(Missing<,>))] partial struct A;",
        "[Port(0), Uses(null)] partial struct A;",
        "[Port(0), Uses(typeof(int*))] unsafe partial struct A;",
        "[Port(0), Uses(typeof(int[]))] partial struct A;",
        "[Port(0), Uses(typeof(dynamic))] partial struct A;",
        "[Mempool] partial struct A;",
        "[Mempool<>] partial struct A;",
        "[Mempool<Missing>(Mbufs = 3)] partial struct A;",
        "[Mempool<A>] partial struct A;",
        "[Mempool<B>] partial struct A; [Mempool<A>] partial struct B;",
        "[MemoryRegion(Size = long.MaxValue)] partial struct A;",
        "[MemoryRegion(Size = 1L << 46, At = long.MaxValue)] partial struct A;",
        "[MemoryRegion(Size = 4096, At = -4096, PageSize = (PageSize)(-1))] partial struct A;",
        "[MemoryRegion(Size = 4096, PageSize = (PageSize)3)] partial struct A;",
        "[MemoryRegion(Size = 1 / 0)] partial struct A;",
        "[MemoryRegion(Size = 4096)] partial struct ;",
        "[MemoryRegion(Size = 4096)] partial struct",
        "[MemoryRegion(Size = 4096)] partial class A;",
        "[MemoryRegion(Size = 4096)] partial record struct A(int B);",
        "[MemoryRegion(Size = 4096)] partial struct A; [MemoryRegion(Size = 8192)] partial struct A;",
        "[MemoryRegion(Size = 4096)] partial struct A { partial struct A; }",
        "[MemoryRegion(Size = 4096)] partial struct Composition;",
        "[MemoryRegion(Size = 4096)] partial struct EntryPoint;",
        "[MemoryRegion(Size = 4096)] partial struct wan;",
        "[Option<>(\"A\", 1)] [Port(1)] partial struct A;",
        "[Option<int>(\"A\", 1)] [Port(1)] partial struct A;",
        "[Option<IPortOptions>] [Port(1)] partial struct A;",
        "[Option<IPortOptions>(null!, null!)] [Port(1)] partial struct A;",
        "[Option<IPortOptions>(\"Index\")] [Port(1)] partial struct A;",
        "[Option<IPortOptions>(nameof(IPortOptions.Index), typeof(int))] [Port(1)] partial struct A;",
        "[Option<IPortOptions>(nameof(IPortOptions.Name), \"\\u0000\\r\\n\\\"{0}\")] [Port(1)] partial struct A;",
        "static class L { [Lcore] static void A() { } }",
        "static class L { [Lcore(] static void A() { } }",
        "static class L { [Lcore(0)] static void () { } }",
        "static class L { [Lcore(0)] static extern void A(); }",
        "interface L { [Lcore(0)] static abstract void A(); }",
        "static class L { static void M() { [Lcore(0)] static void A() { } } }",
        "[UkLibrary] public struct A<T>;",
        "[UkLibrary, Provides<>, Requires<>] public struct A<T>;",
        "[UkLibrary, Provides<Missing>, Requires<Missing>] public struct A<T>;",
        "[UkLibrary, Provides<A>, Requires<int>] public struct A<T>;",
        "[UkLibrary, Provides<IContract>, Requires<IOptions>] public struct A<T>;",
        "[UkLibrary(Targets = )] public struct A;",
        "[UkLibrary(Targets = (UkTargets)(-1)), Provides<IClock>] public struct A : IClock<A>;",
        "[Combine] public interface IA : IContract;",
        "[Combine(typeof(Missing<,>))] public interface IA : IContract;",
        "[Combine(typeof(IA))] public interface IA : IContract; public interface IA<T> : IA;",
        "[Part<,>] public class AAttribute : System.Attribute; [A] partial struct B;",
        "[Part<IContract, IOptions>] public class AAttribute : System.Attribute; [A] partial struct B;",
        "[Part<Missing, Missing>] public class AAttribute(int a) : System.Attribute; [A(1)] partial struct B;",
        "[Part<IClock, IOptions>] public class AAttribute<T> : System.Attribute; [A<>] partial struct B;",
        "namespace Uk { public class PortAttribute : System.Attribute; }",
        "[Port(0)] [assembly: Uses] partial struct A;",
    ];

    [Theory]
    [MemberData(nameof(Fragments))]
    public void AFragmentNeverThrows(string fragment)
    {
        string source = Application + "\n" + fragment;
        BuildResult result = RunQuietly(source);
        // What the user wrote explains every error, or there is none.
        List<Diagnostic> errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        Assert.True(errors.Count == 0 || errors.Any(e => e.Location.SourceTree?.FilePath == "App.cs"),
            source + "\n" + string.Join("\n", errors));
    }

    /// <summary>The application as it looks after each keystroke, and with each piece of it taken out.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void APrefixOrAGapNeverThrows(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 20; i++)
        {
            int at = random.Next(Application.Length);
            int length = random.Next(1, 60);
            RunQuietly(i % 4 == 0
                ? Application[..at]
                : Application.Remove(at, Math.Min(length, Application.Length - at)));
        }
    }

    /// <summary>Tokens in the wrong places.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void StrayTokensNeverThrow(int seed)
    {
        string[] tokens = ["[", "]", "(", ")", "<", ">", "{", "}", ";", ",", ":", "partial ", "struct ", "typeof(",
            "null", "= ", "\"", "where "];
        Random random = new(seed);
        for (int i = 0; i < 20; i++)
        {
            string text = Application;
            for (int j = random.Next(1, 4); j > 0; j--)
                text = text.Insert(random.Next(text.Length), tokens[random.Next(tokens.Length)]);
            RunQuietly(text);
        }
    }

    [Fact]
    public void WithoutTheLibrariesNothingHappens()
    {
        Build build = Build.Of(Application) with { Fakes = [] };
        Assert.All(build.Run().Diagnostics, d => Assert.NotEqual("AD0001", d.Id));
    }

    /// <summary>A generator that throws fails the run, an analyzer that throws shows as AD0001.</summary>
    private static BuildResult RunQuietly(string source)
    {
        BuildResult result = Build.Of(source).Run();
        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "AD0001");
        return result;
    }
}
