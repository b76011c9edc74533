[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), true)]
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), false)]
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK1014: IVirtioNetOptions.Mergeable is set twice on the assembly: keep one

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Port(0)]
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
