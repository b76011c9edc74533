namespace App
{
    [MemoryRegion(Size = 4096)]
    [Port(0)]
//   ^^^^^^^ UK1032: Scratch is already a part because of [MemoryRegion]: declare another struct for [Port]
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
