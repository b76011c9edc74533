namespace App
{
    [MemoryRegion(Size = 4096, At = 0x0100_0010)]
//                             ^^^^^^^^^^^^^^^^ UK1021: Region Small starts at 0x01000010, which is not a multiple of its pages of 4 KiB. The nearest such addresses are 0x01000000 and 0x01001000.
    partial struct Small;

    [MemoryRegion(Size = 4096, PageSize = PageSize.TwoMegabytes, At = 0x0210_0000)]
//                                                               ^^^^^^^^^^^^^^^^ UK1021: Region Large starts at 0x02100000, which is not a multiple of its pages of 2 MiB. The nearest such addresses are 0x02000000 and 0x02200000.
    partial struct Large;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
