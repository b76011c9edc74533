// The first C# that runs, called by boot.S on the boot stack, before there is a heap or static references.

using System.Runtime.InteropServices;
using Internal.Runtime;

namespace Uk.Platform.Kvm;

internal static unsafe class Boot
{
    [UnmanagedCallersOnly(EntryPoint = "uk_boot")]
    private static void Enter(StartInfo* startInfo)
    {
        if (RuntimeFeatures.SeveralLcores) Processors.EnterFirst();
        Traps.Catch();
        StartInfo.Accept(startInfo);
        PhysicalMemory.FindRam();
        PageTables.UnmapFirstPage();
    }
}
