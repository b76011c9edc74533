[assembly: Option<IVirtioNetOptions>("Descriptors", 512)]
//                                   ^^^^^^^^^^^^^ UK1010: IVirtioNetOptions has no option Descriptors. It has TimeoutNs, Offload, Mergeable, Label and ControlDescriptors.

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Port(0)]
    [Option<IVirtioNetOptions>("TimeoutMs", 1)]
//                             ^^^^^^^^^^^ UK1010: IVirtioNetOptions has no option TimeoutMs. It has TimeoutNs, Offload, Mergeable, Label and ControlDescriptors.
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
