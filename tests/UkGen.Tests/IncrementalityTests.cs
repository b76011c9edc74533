// The generators do again only what an edit concerns, and keep nothing of a compilation alive.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UkGen.Composition;
using UkGen.Library;
using Xunit;

namespace UkGen.Tests;

public sealed class IncrementalityTests
{
    private const string Parts = """
        using Uk;
        using Uk.EthDev;
        using Uk.Memory;
        using Uk.Mempool;
        using Fakes.Net;

        [assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), true)]

        namespace App;

        [MemoryRegion(Size = 4096)] partial struct Scratch;
        [Mempool<Scratch>(Mbufs = 511)] partial struct Packets;
        [Port(0, RxDescriptors = 256)] partial struct Wan;

        public interface IClock : IContract;
        public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>;

        [UkLibrary, Provides<IClock>]
        public struct TickClock : IClock<TickClock>;
        """;

    private const string Code = """
        using Uk;

        namespace App;

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

    private static readonly Build s_build = new() { Sources = [("Parts.cs", Parts), ("Code.cs", Code)] };

    /// <summary>The steps of both generators, as their own constants name them.</summary>
    public static TheoryData<Type, string> Steps =>
    [
        .. from steps in new[] { typeof(LibraryGenerator.Steps), typeof(CompositionGenerator.Steps) }
           from constant in steps.GetFields(BindingFlags.Public | BindingFlags.Static)
           select new TheoryDataRow<Type, string>(steps.DeclaringType!, (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void EveryStepIsTracked(Type generator, string step)
    {
        GeneratorDriver driver = Start(out _);
        Assert.Contains(step, Result(driver, generator).TrackedSteps.Keys);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void RunningAgainDoesNothing(Type generator, string step)
    {
        GeneratorDriver driver = Start(out CSharpCompilation compilation).RunGenerators(compilation, Cancellation);
        Assert.All(Reasons(driver, generator, step), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
        Assert.All(Outputs(driver), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void AnUnrelatedEditChangesNothing(Type generator, string step)
    {
        GeneratorDriver driver = Start(out CSharpCompilation compilation);
        driver = driver.RunGenerators(Edit(compilation, "Code.cs", "Burst burst = default;", "Burst burst = new();"),
            Cancellation);
        Assert.All(Reasons(driver, generator, step), AssertIsUnchanged);
        Assert.All(Outputs(driver), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    /// <summary>Lines move, and with them every location; no model knows.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void MovingThePartsChangesNothing(Type generator, string step)
    {
        GeneratorDriver driver = Start(out CSharpCompilation compilation);
        driver = driver.RunGenerators(Edit(compilation, "Parts.cs", "namespace App;",
            "// One more line.\n\nnamespace App;"), Cancellation);
        Assert.All(Reasons(driver, generator, step), AssertIsUnchanged);
        Assert.All(Outputs(driver), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    [Fact]
    public void ARealChangeReachesWhatItConcerns()
    {
        GeneratorDriver driver = Start(out CSharpCompilation compilation);
        driver = driver.RunGenerators(Edit(compilation, "Parts.cs", "RxDescriptors = 256", "RxDescriptors = 512"),
            Cancellation);
        Type composition = typeof(CompositionGenerator);
        Assert.Single(Reasons(driver, composition, CompositionGenerator.Steps.Part), IncrementalStepRunReason.Modified);
        Assert.Equal([IncrementalStepRunReason.Modified],
            Reasons(driver, composition, CompositionGenerator.Steps.Composition));
        Assert.All(Reasons(driver, composition, CompositionGenerator.Steps.ReferencedLibraries), AssertIsUnchanged);
        Assert.All(Reasons(driver, composition, CompositionGenerator.Steps.Lcore), AssertIsUnchanged);
        Assert.All(Reasons(driver, typeof(LibraryGenerator), LibraryGenerator.Steps.Libraries), AssertIsUnchanged);
        Assert.Contains("RxDescriptors => 512", Result(driver, composition)
            .GeneratedSources.Single(s => s.HintName == "Wan.g.cs").SourceText.ToString());
    }

    /// <summary>A new type may change what a short name means, without changing the composition.</summary>
    [Fact]
    public void ANewTypeOfTheUserReachesTheNames()
    {
        GeneratorDriver driver = Start(out CSharpCompilation compilation);
        driver = driver.RunGenerators(Edit(compilation, "Code.cs", "static class Program",
            "class VirtioNet;\n\nstatic class Program"), Cancellation);
        Type composition = typeof(CompositionGenerator);
        Assert.All(Reasons(driver, composition, CompositionGenerator.Steps.Composition), AssertIsUnchanged);
        Assert.Equal([IncrementalStepRunReason.Modified],
            Reasons(driver, composition, CompositionGenerator.Steps.Names));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void ModelsHoldNothingOfTheCompilation(Type generator, string step)
    {
        GeneratorDriver driver = Start(out _);
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (IncrementalGeneratorRunStep run in Result(driver, generator).TrackedSteps[step])
            foreach ((object value, _) in run.Outputs) AssertIsPlain(value, step, seen);
        Assert.NotEmpty(seen);
    }

    [Fact]
    public void AnOldCompilationIsCollected()
    {
        (GeneratorDriver driver, WeakReference old) = RunTwice();
        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver, WeakReference) RunTwice()
    {
        GeneratorDriver driver = Start(out CSharpCompilation first);
        CSharpCompilation second = Edit(first, "Parts.cs", "RxDescriptors = 256", "RxDescriptors = 512");
        return (driver.RunGenerators(second, Cancellation), new WeakReference(first));
    }

    private static System.Threading.CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static GeneratorDriver Start(out CSharpCompilation compilation)
    {
        compilation = s_build.Compilation;
        return s_build.Driver(trackSteps: true).RunGenerators(compilation, Cancellation);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string file, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        string text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree,
            Build.Parse(text.Replace(before, after, StringComparison.Ordinal), file));
    }

    private static GeneratorRunResult Result(GeneratorDriver driver, Type generator) =>
        driver.GetRunResult().Results.Single(r => r.Generator.GetGeneratorType() == generator);

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver, Type generator, string step) =>
        Result(driver, generator).TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        driver.GetRunResult().Results.SelectMany(r => r.TrackedOutputSteps.Values).SelectMany(s => s)
            .SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static void AssertIsUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static void AssertIsPlain(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or decimal || value.GetType().IsPrimitive || value.GetType().IsEnum) return;
        Assert.False(value is ISymbol, path);
        Assert.False(value is SyntaxNode or SyntaxToken or SyntaxTree or SyntaxReference, path);
        Assert.False(value is Microsoft.CodeAnalysis.Compilation or SemanticModel or Location or Diagnostic, path);
        Assert.False(value is AttributeData or TypedConstant or MetadataReference, path);
        if (!value.GetType().IsValueType && !seen.Add(value)) return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items) AssertIsPlain(item, path + "[]", seen);
        }
        else
        {
            // Whatever else is in a model must be ours, so that its fields can be trusted to be all of it.
            Assert.StartsWith("UkGen", value.GetType().Namespace, StringComparison.Ordinal);
        }
        foreach (FieldInfo field in value.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertIsPlain(field.GetValue(value), path + "." + field.Name, seen);
    }
}
