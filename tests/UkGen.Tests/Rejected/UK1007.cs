// target: xen
// UK1007: UkTarget=xen is no target: leave it empty for a .NET process, or use kvm or linux

namespace App
{
    [MemoryRegion(Size = 4096)]
    partial struct Scratch;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
