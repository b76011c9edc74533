[assembly: Machine(Memory = 4 * Size.MiB)]
//                 ^^^^^^^^^^^^^^^^^^^^^ UK1022: The regions take 4 MiB from 2 MiB on, but [Machine] has 4 MiB; the image itself is in the first page of 2 MiB. Give the machine more Memory, or the regions less.

namespace App
{
    [MemoryRegion(Size = 3 * Size.MiB, PageSize = PageSize.TwoMegabytes)]
    partial struct PacketMemory;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
