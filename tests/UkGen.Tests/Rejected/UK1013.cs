[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.ControlDescriptors), 100)]
//                                                                                 ^^^ UK1013: ControlDescriptors must be a power of two; 100 is given
[assembly: Machine(Memory = 0)]
//                 ^^^^^^^^^^ UK1013: Memory must be at least 1; 0 is given

namespace App
{
    [MemoryRegion(Size = -1)]
//                ^^^^^^^^^ UK1013: Size must be from 1 to 70_368_744_177_664; -1 is given
    partial struct Scratch;

    [Mempool<Scratch>(Mbufs = 0)]
//                    ^^^^^^^^^ UK1013: Mbufs must be from 1 to 16_777_216; 0 is given
    partial struct Packets;

    [Port(0, RxDescriptors = 100, TxDescriptors = 65536)]
//           ^^^^^^^^^^^^^^^^^^^ UK1013: RxDescriptors must be a power of two; 100 is given
//                                ^^^^^^^^^^^^^^^^^^^^^ UK1013: TxDescriptors must be from 1 to 32_768; 65_536 is given
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
