namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Port(0)]
    partial struct Lan;

    [Port(index: 0)]
//        ^^^^^^^^ UK1015: Lan and Wan both have Index 0: each Port needs its own
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
