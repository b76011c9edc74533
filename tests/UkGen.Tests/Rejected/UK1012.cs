[assembly: Option<IVirtioNetOptions>(nameof(IVirtioNetOptions.Mergeable), true)]
//                                                                        ^^^^ UK1012: No library in the composition has the options IVirtioNetOptions, so Mergeable would have no effect
[assembly: Option<IMempoolOptions>(nameof(IMempoolOptions.Mbufs), 63)]
//                                                                ^^ UK1012: No library in the composition has the options IMempoolOptions, so Mbufs would have no effect

namespace App
{
    [MemoryRegion(Size = 4096)]
    [Option<IPortOptions>(nameof(IPortOptions.RxDescriptors), 64)]
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
