// Bits that nobody can predict, from the platform's assembly. They are reached by name, as the clocks are: only in the
// images that ask.

using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static class Entropy
{
    internal static ulong Next() => RuntimeFeatures.IsVirtualMachine ? KvmEntropy.Next(null) : LinuxEntropy.Next(null);
}

/// <summary>The member of Uk.Platform.Kvm's Entropy.</summary>
internal static class KvmEntropy
{
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Next))]
    internal static extern ulong Next([UnsafeAccessorType("Uk.Platform.Kvm.Entropy, Uk.Platform.Kvm")] object? entropy);
}

/// <summary>The member of Uk.Platform.Linux's Entropy.</summary>
internal static class LinuxEntropy
{
    [UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = nameof(Next))]
    internal static extern ulong Next([UnsafeAccessorType("Uk.Platform.Linux.Entropy, Uk.Platform.Linux")] object? entropy);
}
