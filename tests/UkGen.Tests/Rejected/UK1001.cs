// fakes: Platforms, Net
// target: linux

namespace App
{
    [MemoryRegion(Size = 4096)]
//   ^^^^^^^^^^^^^^^^^^^^^^^^^ UK1001: Scratch needs IMemoryRegion, which no referenced library provides on linux; reference a library that provides it, or write one
    partial struct Scratch;

    [Mempool<Scratch>]
//   ^^^^^^^^^^^^^^^^ UK1001: Packets needs IMempool, which no referenced library provides on linux; reference a library that provides it, or write one
    partial struct Packets;

    [Port(0), Uses<Packets>]
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
