namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Mempool<Scratch>]
    partial struct Jumbos;

    [Port(0)]
//   ^^^^^^^ UK1003: Wan → EthPort → VirtioNet needs IMempool, which could be Jumbos or Packets. Choose one, for example with [Uses<Jumbos>].
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
