namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch : IMemoryRegionOptions
    {
        public static nuint FreeBytes => 7;
//                          ^^^^^^^^^ UK1031: Scratch.FreeBytes is written by the composition, from IMemoryRegion: rename or remove it
        public static bool Free(nuint pieces) => false;
        public static bool Free(nuint start, nuint pieces) => false;
//                         ^^^^ UK1031: Scratch.Free is written by the composition, from IMemoryRegion: rename or remove it
        static PageSize IMemoryRegionOptions.PageSize => PageSize.FourKilobytes;
//                                           ^^^^^^^^ UK1031: Scratch.PageSize is written by the composition, from IMemoryRegionOptions: rename or remove it
    }

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
