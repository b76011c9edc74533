// Features of images: each condition of the runtime is decided by one of them, and each property by its values.

using System;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Reflection;
using Internal.Runtime;
using Uk.Tool.Describe;
using Uk.Tool.Features;
using Uk.Tool.Plan;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class FeatureTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private static readonly string s_self = typeof(FeatureTests).Assembly.Location;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_condition_of_the_runtime_is_decided_once()
    {
        string[] conditions = [.. typeof(RuntimeFeatures).GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(property => property.GetCustomAttribute<FeatureSwitchDefinitionAttribute>()!.SwitchName)];
        string[] decided = [.. Plan([]).CompilerLines.Where(line => line.StartsWith("--feature:Uk.", StringComparison.Ordinal))
            .Select(line => line["--feature:".Length..line.IndexOf('=', StringComparison.Ordinal)])
            .Where(name => name is not "Uk.InImage" and not "Uk.OnDotNet")];

        Assert.Equal(conditions.Order(StringComparer.Ordinal), decided.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_value_of_a_property_makes_a_plan()
    {
        foreach (ImageFeature feature in ImageFeatures.All.Where(feature => feature.Property is not null))
        {
            foreach (string value in feature.Values) Assert.Equal(value, Settle($"{feature.Property}={value}")[feature.Name]);
            if (feature.Values.IsEmpty) continue;
            PlanException error = Assert.Throws<PlanException>(() => Settle($"{feature.Property}=wrong"));
            Assert.Equal(feature.ErrorId, error.Id);
            Assert.Contains($"{feature.Property} 'wrong' is unknown. Use {feature.Values[0]}", error.Message);
        }
    }

    [Fact]
    public void What_the_build_says_comes_before_what_the_code_says()
    {
        Assert.Equal("true", Settle("UkExceptions=")["exceptions"]);
        Assert.Equal("false", Settle("UkExceptions=false")["exceptions"]);
    }

    [Fact]
    public void Finalizers_are_for_collected_heaps()
    {
        Assert.Equal("false", Settle("UkHeap=bump")["finalizers"]);
        Assert.Equal("true", Settle("UkHeap=collected")["finalizers"]);
    }

    [Theory]
    [InlineData("x86-64", "")]
    [InlineData("x86-64-v2", "")]
    [InlineData("x86-64-v3", "UK_VECTOR_STATE=7")]
    [InlineData("avx2,bmi2", "UK_VECTOR_STATE=7")]
    [InlineData("x86-64-v4", "UK_VECTOR_STATE=231")]
    [InlineData("avx512f", "UK_VECTOR_STATE=231")]
    public void Assembly_sources_know_the_vector_registers(string instructions, string symbol)
    {
        ImagePlan plan = Plan(["UkInstructionSet=" + instructions]);

        Assert.Contains("--instruction-set:" + instructions, plan.CompilerLines);
        Assert.Equal(symbol, plan.AssemblerLines.LastOrDefault(line => line.StartsWith("UK_VECTOR", StringComparison.Ordinal)) ?? "");
    }

    [Fact]
    public void Assembly_sources_and_linker_symbols_follow_the_features()
    {
        ImagePlan plain = Plan(["UkExceptions=false", "UkHeap=bump"]), full = Plan(["UkExceptions=true", "UkHeap=collected"]);

        Assert.Equal(["runtime.S", "names.S"], plain.SourceFiles.Select(Path.GetFileName));
        Assert.Equal(["runtime.S", "gc.S", "exceptions.S", "names.S"], full.SourceFiles.Select(Path.GetFileName));
        Assert.Contains("--defsym=RhpThrowEx=uk_throw", plain.LinkerLines);
        Assert.DoesNotContain(full.LinkerLines, line => line.StartsWith("--defsym", StringComparison.Ordinal));
        Assert.Contains(".eh_frame", plain.Strip);
        Assert.Equal(["--strip-all"], full.Strip);
    }

    [Fact]
    public void An_architecture_that_is_none_is_an_error() =>
        Assert.Equal("UK3012", Assert.Throws<PlanException>(() => Architecture.Find("vax")).Id);

    /// <summary>A type with a finalizer, for the tests that read this assembly.</summary>
    private sealed class Finalized
    {
        ~Finalized() => GC.KeepAlive(this);
    }

    private static SettledFeatures Settle(params string[] properties)
    {
        using var program = new AssemblySet([s_self]);
        return ImageFeatures.Settle(program, Properties.Parse(properties));
    }

    private ImagePlan Plan(string[] properties)
    {
        var here = new DirectoryInfo(_folder.Path);
        var self = new FileInfo(s_self);
        var request = new ImageRequest("X", Architecture.X64, "Uk.Tool.Tests", here, here, new FileInfo("x.ld"), self, here,
            ImmutableDictionary<string, string>.Empty.Add("IsVirtualMachine", "true"), Properties.Parse(properties), [self], [], here);
        return new ImagePlan(request, Settle(properties), here);
    }
}
