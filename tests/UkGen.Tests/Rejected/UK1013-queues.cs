namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>(CacheSize = 513)]
//                    ^^^^^^^^^^^^^^^ UK1013: CacheSize must be from 1 to 512; 513 is given
    partial struct Packets;

    [Port(0, Queues = 17, Mtu = 67)]
//           ^^^^^^^^^^^ UK1013: Queues must be from 1 to 16; 17 is given
//                        ^^^^^^^^ UK1013: Mtu must be from 68 to 65_521; 67 is given
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
