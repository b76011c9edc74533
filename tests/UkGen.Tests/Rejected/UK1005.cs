// target: host

namespace App
{
    [Port(0), Uses(typeof(VirtioNet<,,,>))]
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK1005: VirtioNet does not run on host, only on kvm; choose NullDevice or PcapFile<,> beside it
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
