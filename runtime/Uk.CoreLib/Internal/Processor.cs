// What only assembly can ask the processor.

using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

internal static unsafe class Processor
{
    /// <summary>Writes eax, ebx, ecx and edx of CPUID.</summary>
    [RuntimeImport("*", "uk_processor_id")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ReadId(int* registers, int leaf, int subLeaf);
}
