namespace App
{
    [MemoryRegion(Size = 2 * Size.MiB, At = 0x0100_0000)]
    partial struct Low;

    [MemoryRegion(Size = 1 * Size.MiB, At = 0x011f_0000)]
//                                     ^^^^^^^^^^^^^^^^ UK1020: Regions Low (0x01000000–0x011fffff) and High (0x011f0000–0x012effff) overlap. Move one of them, or leave out At and let the composition choose.
    partial struct High;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
