[assembly: Uses(typeof(System.Guid))]
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ UK1006: Guid is neither a library nor a part
[assembly: Scheduler(typeof(PciBus<>))]
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK1006: PciBus provides IBus, not IScheduler

namespace App
{
    struct NoPart;

    [MemoryRegion(Size = 4096)]
    [Uses(typeof(PciBus<>))]
//   ^^^^^^^^^^^^^^^^^^^^^^ UK1006: PciBus provides IBus, which nothing behind Scratch needs
    partial struct Scratch;

    [Mempool<NoPart>, Uses<Scratch>]
//   ^^^^^^^^^^^^^^^ UK1006: NoPart is neither a library nor a part
    partial struct Packets;

    [Port(0), Uses<Packets>]
    [Uses<Scratch>]
//   ^^^^^^^^^^^^^ UK1006: Scratch provides IMemoryRegion, which nothing behind Wan needs
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
