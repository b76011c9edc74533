// Random bits from the kernel. Uk.CoreLib asks by name (Internal/Entropy.cs).

namespace Uk.Platform.Linux;

internal static class Entropy
{
    internal static ulong Next() => Kernel.ReadRandom();
}
