// What the compiler favours.

using System;
using System.Collections.Immutable;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal sealed class OptimizeFeature : ImageFeature
{
    private const string Balanced = "balanced", Size = "size", Speed = "speed";

    public override string Name => "optimize";
    public override string Property => "UkOptimize";
    public override string ErrorId => "UK3002";
    public override ImmutableArray<string> Values => [Size, Speed, Balanced];
    public override string What(string value) => "UkOptimize: balanced, size or speed";

    public override string FoundIn(AssemblySet program) => Balanced;

    public override void AddTo(ImagePlan plan, string value) => plan.Compiler.Add(value switch
    {
        Size => "--Os",
        Speed => "--Ot",
        Balanced => "-O",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    });
}
