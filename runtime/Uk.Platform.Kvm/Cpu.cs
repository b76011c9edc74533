// Instructions that C# cannot express: the functions of cpu.S, and symbols of the linker script.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace Uk.Platform.Kvm;

internal static unsafe class Cpu
{
    [DllImport("*"), SuppressGCTransition] internal static extern byte uk_in8(ushort port);
    [DllImport("*"), SuppressGCTransition] internal static extern ushort uk_in16(ushort port);
    [DllImport("*"), SuppressGCTransition] internal static extern uint uk_in32(ushort port);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_out8(ushort port, byte value);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_out16(ushort port, ushort value);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_out32(ushort port, uint value);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_cpuid(uint leaf, uint subleaf, uint* registers);
    [DllImport("*"), SuppressGCTransition] internal static extern ulong uk_cycles();
    [DllImport("*"), SuppressGCTransition] internal static extern int uk_lcore();
    [DllImport("*"), SuppressGCTransition] internal static extern int uk_rdrand(ulong* value);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_load_idt(void* pointer);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_flush_page(nuint address);
    [DllImport("*"), SuppressGCTransition] internal static extern void uk_triple_fault();

    /// <summary>Addresses that only the linker knows: the table at the end of cpu.S.</summary>
    [DllImport("*"), SuppressGCTransition] internal static extern ImageLayout* uk_image_layout();
}

/// <summary>Where the parts of the image lie. Every address is a multiple of the page size, but for the tables.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ImageLayout
{
    internal nuint StackGuard;
    internal nuint StackBottom;
    internal nuint StackTop;
    internal nuint FaultStackBottom;
    internal nuint FaultStackTop;
    internal nuint ImageEnd;
    internal ulong* PageMapLevel4;
    internal byte* TrapStubs;
}
