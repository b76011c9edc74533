// unsafe: no

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
//   ^^^^^^^^^^^^^^^^ UK1033: IMempool has members with pointers (Allocate): set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project
    partial struct Packets;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
