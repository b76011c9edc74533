[assembly: Machine(Memory = 8 * Size.MiB)]

namespace App
{
    [MemoryRegion(Size = 2 * Size.MiB, At = 7 * Size.MiB)]
//                                     ^^^^^^^^^^^^^^^^^ UK1022: Region Shared ends at 0x00900000, but [Machine] has 8 MiB. Give the machine more Memory, or the regions less.
    partial struct Shared;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
