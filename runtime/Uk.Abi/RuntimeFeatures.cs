// What an image has of the runtime, as conditions in code: compiled into the core library and into each platform, and into
// the tool that plans images, which finds out what a program needs (build/Uk.Tool/Features). The compiler of images
// makes constants of them and leaves out what is then never reached.

using System.Diagnostics.CodeAnalysis;

namespace Internal.Runtime;

/// <summary>Each is false until the plan of an image says otherwise.</summary>
internal static class RuntimeFeatures
{
    /// <summary>What the compiler's switches begin with.</summary>
    internal const string Prefix = "Uk.";

    /// <summary>Some method of the program catches.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(ExceptionHandling))]
    internal static bool ExceptionHandling => false;

    /// <summary>Objects that nothing refers to give their memory back.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(GarbageCollection))]
    internal static bool GarbageCollection => false;

    /// <summary>Some type or call depends on IEnumerable&lt;string&gt; being an IEnumerable&lt;object&gt;.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(TypeVariance))]
    internal static bool TypeVariance => false;

    /// <summary>Exceptions remember where they came through, and the image has the names of its methods.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(StackTraces))]
    internal static bool StackTraces => false;

    /// <summary>The program makes exceptions without a message: .NET's names their type.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(ExceptionNames))]
    internal static bool ExceptionNames => false;

    /// <summary>The heap is given back as a whole.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(RegionHeap))]
    internal static bool RegionHeap => false;

    /// <summary>Dead objects run a method first: the heap is collected, and some type has one.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(Finalizers))]
    internal static bool Finalizers => false;

    /// <summary>The program has more than one lcore.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(SeveralLcores))]
    internal static bool SeveralLcores => false;

    /// <summary>Collects all the time: for tests of the collector and of what it must not take.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(GarbageCollectionStress))]
    internal static bool GarbageCollectionStress => false;

    /// <summary>The image is for a virtual machine, and not a process.</summary>
    [FeatureSwitchDefinition(Prefix + nameof(IsVirtualMachine))]
    internal static bool IsVirtualMachine => false;
}
