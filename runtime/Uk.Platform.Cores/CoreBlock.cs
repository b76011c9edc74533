// Shared source of the core library and of the platforms for x86-64: what belongs to one lcore, in programs with several.
// gs points at it, so runtime.S and boot.S know the first two words and where the cache of interface calls is.

using System.Runtime.InteropServices;

namespace Uk.Platform;

/// <summary>
/// The block of an lcore. Its memory is zero at first; the platform fills the fields in before the lcore runs C# that
/// allocates, throws or asks who it is.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = Length)]
internal unsafe struct CoreBlock
{
    internal const int Length = 0x3000;

    /// <summary>What the core library keeps for the lcore: its LcoreState.</summary>
    internal const int RuntimeOffset = 0x80, RuntimeLength = 0x180;

    /// <summary>What the platform keeps for the lcore.</summary>
    internal const int PlatformOffset = 0x200, PlatformLength = 0xE00;

    // From 0x1000 on: the cache of RhpInitialDynamicInterfaceDispatch.

    [FieldOffset(0)] internal int Lcore;
    [FieldOffset(8)] internal CoreBlock* Self;

    /// <summary>The stack of the loop, without its guard page.</summary>
    [FieldOffset(16)] internal nuint StackBottom;
    [FieldOffset(24)] internal nuint StackTop;

    /// <summary>The stack on which faults are handled.</summary>
    [FieldOffset(32)] internal nuint FaultStackBottom;
    [FieldOffset(40)] internal nuint FaultStackTop;

    /// <summary>Of lcore 0: what the core library does on another lcore before its loop runs. Set by the core library.</summary>
    [FieldOffset(48)] internal delegate*<CoreBlock*, void> Enter;

    internal readonly bool HasStack(nuint address, nuint lengthBytes) =>
        (address >= StackBottom && address <= StackTop - lengthBytes)
        || (address >= FaultStackBottom && address <= FaultStackTop - lengthBytes);
}
