namespace App
{
    [MemoryRegion(Size = 4096)]
    [Uses(typeof(BumpAllocator<,,>)), Uses(typeof(BuddyAllocator<,>))]
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK1002: Scratch needs IMemoryRegion, which BuddyAllocator and BumpAllocator provide. Choose one, for example with [Uses(typeof(BuddyAllocator<,>))].
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
