[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.TimeoutNs), "soon")]
//                                                                        ^^^^^^ UK1011: IVirtioNetOptions.TimeoutNs is a value of type long; "soon" of type string is given
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Offload), 1)]
//                                                                      ^ UK1011: IVirtioNetOptions.Offload is a value of type Offload; 1 of type int is given
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), null!)]
//                                                                        ^^^^^ UK1011: IVirtioNetOptions.Mergeable is a value of type bool; null is given
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Label), new[] { 1 })]
//                                                                    ^^^^^^^^^^^ UK1011: IVirtioNetOptions.Label is a value of type string; something that is no constant is given
[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.ControlDescriptors), 1L << 40)]
//                                                                                 ^^^^^^^^ UK1011: IVirtioNetOptions.ControlDescriptors is a value of type int; 1_099_511_627_776 of type long is given

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    [Mempool<Scratch>]
    partial struct Packets;

    [Port(0)]
    partial struct Wan;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
