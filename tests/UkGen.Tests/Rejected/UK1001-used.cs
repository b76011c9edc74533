// fakes: Platforms, Memory, OnlyPort

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Port(0)]
//   ^^^^^^^ UK1001: Wan → EthPort needs IEthDriver, which no referenced library provides on kvm; reference a library that provides it, or write one
    partial struct Wan;

    static unsafe class Program
    {
        [Lcore(0)]
        internal static void Loop()
        {
            Burst burst = default;
            while (Wan.RxBurst(ref burst) && Wan.Statistics.RxBytes < 1000) Packets.Free(Packets.Allocate());
            Answer<Wan>();
        }

        private static void Answer<TPort>() where TPort : struct, IEthPort<TPort> => Console.WriteLine(TPort.LinkUp);
    }
}
