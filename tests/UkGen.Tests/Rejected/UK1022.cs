[assembly: Machine(Memory = 8 * Size.MiB)]
//                 ^^^^^^^^^^^^^^^^^^^^^ UK1022: The regions take 9 MiB (A 6 MiB and B 3 MiB), but [Machine] has 8 MiB. Give the machine more Memory, or the regions less.

namespace App
{
    [MemoryRegion(Size = 6 * Size.MiB)]
    partial struct A;

    [MemoryRegion(Size = 3 * Size.MiB)]
    partial struct B;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
