namespace App
{
    [MemoryRegion(Size = 4096, PageSize = (PageSize)3)]
//                             ^^^^^^^^^^^^^^^^^^^^^^ UK1013: PageSize must be a member of PageSize; (PageSize)(3) is given
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
