// What the core library asks of the platform that it is linked with: symbols that Uk.Platform.Kvm or Uk.Platform.Linux
// and their boot code define.

using System.Runtime;

namespace Internal.Runtime;

internal static unsafe class Platform
{
    /// <summary>Writes UTF-8 to where people read. Any context, also while the machine is dying.</summary>
    [RuntimeImport("*", "uk_console_write")]
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    internal static extern void WriteConsole(byte* utf8, nint lengthBytes);

    /// <summary>Where WriteConsole writes from now on: 1 for output, 2 for errors. Of processes alone; a machine has one console.</summary>
    [RuntimeImport("*", "uk_console_select")]
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    internal static extern void SelectConsole(int file);

    /// <summary>Ends the program; the host sees the status. Does not return.</summary>
    [RuntimeImport("*", "uk_exit")]
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    internal static extern void Exit(int status);

    /// <summary>Gives the heap another piece of memory, not cleared: its start, or 0 when there is none of this length.</summary>
    [RuntimeImport("*", "uk_heap_grow")]
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    internal static extern byte* GrowHeap(nuint minLengthBytes, nuint* lengthBytes);

    /// <summary>A counter of the processor's, for <c>Stopwatch</c>.</summary>
    [RuntimeImport("*", "uk_cycles")]
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    internal static extern ulong Cycles();
}
