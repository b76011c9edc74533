namespace App
{
    [MemoryRegion]
//   ^^^^^^^^^^^^ UK1023: [MemoryRegion] on Scratch must say Size, for example [MemoryRegion(Size = Size.MiB)]
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
