// What a dying lcore asks of the platform. By name, as the clocks are asked.

using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static class Lcores
{
    /// <summary>The other lcores run no more of the program, or at least write nothing more.</summary>
    internal static void StopOthers()
    {
        // A Linux process ends with all of its threads.
        if (RuntimeFeatures.IsVirtualMachine) KvmProcessors.StopOthers(null);
    }
}

/// <summary>The member of Uk.Platform.Kvm's Processors.</summary>
internal static class KvmProcessors
{
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(StopOthers))]
    internal static extern void StopOthers([UnsafeAccessorType("Uk.Platform.Kvm.Processors, Uk.Platform.Kvm")] object? processors);
}
