namespace Internal.Runtime;

/// <summary>What an image has of the runtime. Uk.Sdk decides, ilc replaces these bodies and removes what is not used.</summary>
internal static class RuntimeFeatures
{
    /// <summary>Some method of the program catches.</summary>
    internal static bool ExceptionHandling => false;

    /// <summary>Objects that nothing refers to give their memory back.</summary>
    internal static bool GarbageCollection => false;

    /// <summary>Some type or call of the program depends on IEnumerable&lt;string&gt; being an IEnumerable&lt;object&gt;.</summary>
    internal static bool TypeVariance => false;

    /// <summary>The heap is given back as a whole.</summary>
    internal static bool RegionHeap => false;

    /// <summary>Objects that are found to be dead run a method first: the heap is collected, and some type has one.</summary>
    internal static bool Finalizers => false;

    /// <summary>The program has more than one lcore.</summary>
    internal static bool SeveralLcores => false;

    /// <summary>Collects all the time: for tests of the collector and of what it must not take.</summary>
    internal static bool GarbageCollectionStress => false;

    /// <summary>The image is for a virtual machine, and not a process. The platform's own substitutions decide.</summary>
    internal static bool IsVirtualMachine => false;
}
