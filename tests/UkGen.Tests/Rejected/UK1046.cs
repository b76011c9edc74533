namespace App
{
    [MemoryRegion(Size = 1 << 20)]
    partial struct PacketMemory;

    [Mempool<PacketMemory>]
    partial struct Packets;

    [Port(0), Uses<Packets>]
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop()
        {
            Burst burst = default;
            while (Wan.RxBurst(ref burst)) Wan.TxBurst(ref burst);
        }

        [Lcore(1)]
        internal static void Work() => Send();

        private static void Send()
        {
            Burst burst = default;
            Wan.TxBurst(ref burst);
//          ^^^^^^^^^^^^^^^^^^^^^^ UK1046: Queue 0 of Wan is used by Program.Loop on lcore 0 and by Program.Work on lcore 1: give each lcore a queue of its own, or hand packets over through a [PacketRing]
        }
    }
}
