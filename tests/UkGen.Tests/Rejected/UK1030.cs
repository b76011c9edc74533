namespace App
{
    [MemoryRegion(Size = 4096)]
    struct Scratch;
//         ^^^^^^^ UK1030: Scratch is a part, so its other half is written by the composition: declare Scratch as partial

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
