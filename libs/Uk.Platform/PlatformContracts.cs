// What a platform gives to the libraries above it. One struct per target implements all that the target has:
// runtime/Uk.Platform.Kvm, .Linux, .Host. Libraries ask for the single contracts, so that tests can fake one at a time.

using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Uk.Platform;

public interface IConsole : IContract;

/// <summary>Where text for people goes. Any context.</summary>
public interface IConsole<TSelf> : IConsole where TSelf : struct, IConsole<TSelf>
{
    static abstract void Write(ReadOnlySpan<byte> utf8);
}

public interface ICpu : IContract;

/// <summary>The core that executes the caller. Any context.</summary>
public interface ICpu<TSelf> : ICpu where TSelf : struct, ICpu<TSelf>
{
    /// <summary>A counter that grows at a constant rate. DPDK: <c>rte_rdtsc</c>.</summary>
    [HotPath]
    static abstract ulong Cycles { get; }

    /// <summary>Counts per second, or 0 where neither CPUID nor a clock source tells. DPDK: <c>rte_get_tsc_hz</c>.</summary>
    static abstract ulong CyclesPerSecond { get; }

    /// <summary>
    /// Called in a loop that waits. <paramref name="emptyPolls"/> counts the fruitless turns so far; a platform may
    /// pause, yield or sleep the longer the higher it is. DPDK: <c>rte_pause</c>.
    /// </summary>
    [HotPath]
    static abstract void Relax(uint emptyPolls);
}

public interface IPortIo : IContract;

/// <summary>The x86 I/O address space. Boot and control path.</summary>
public interface IPortIo<TSelf> : IPortIo where TSelf : struct, IPortIo<TSelf>
{
    static abstract byte In8(ushort port);
    static abstract ushort In16(ushort port);
    static abstract uint In32(ushort port);
    static abstract void Out8(ushort port, byte value);
    static abstract void Out16(ushort port, ushort value);
    static abstract void Out32(ushort port, uint value);
}

public interface IMachineMemory : IContract;

/// <summary>
/// Memory as the machine has it. Boot only. The image maps RAM one to one, so an address is its own IOVA there; the host
/// and <c>linux</c> targets have no devices that care.
/// </summary>
public unsafe interface IMachineMemory<TSelf> : IMachineMemory where TSelf : struct, IMachineMemory<TSelf>
{
    /// <summary>
    /// Takes zeroed, writable, contiguous RAM out of what the machine has free. Throws with both figures where there
    /// is not so much.
    /// </summary>
    /// <param name="alignmentBytes">A power of two.</param>
    static abstract nuint Reserve(nuint lengthBytes, nuint alignmentBytes);

    /// <summary>As <see cref="Reserve"/>, at a fixed address. Throws where that is not free RAM.</summary>
    static abstract nuint ReserveAt(nuint address, nuint lengthBytes);

    /// <summary>
    /// Lets memory that was reserved, and not written to so far, be of one NUMA node. Throws where there is no such node. A
    /// platform that knows of no nodes has one, 0. DPDK: <c>rte_memzone_reserve</c> with a socket.
    /// </summary>
    static virtual void PlaceOnNode(nuint address, nuint lengthBytes, int node)
    {
        if (node != 0)
            throw new InvalidOperationException(
                $"A memory region is to be of NUMA node {node}, and this machine has one node, 0, as far as the program can see.");
    }

    /// <summary>Makes a device's registers accessible, uncached, and returns their address. Idempotent.</summary>
    static abstract nuint MapDevice(ulong physicalAddress, nuint lengthBytes);

    // Registers of a device: one access of the stated width to an address inside what MapDevice returned, in program
    // order with the others. A platform whose devices are memory keeps these bodies; a model of a machine replaces them.

    [MethodImpl(MethodImplOptions.NoInlining)]
    static virtual byte ReadDevice8(nuint address) => Volatile.Read(ref *(byte*)address);
    [MethodImpl(MethodImplOptions.NoInlining)]
    static virtual ushort ReadDevice16(nuint address) => Volatile.Read(ref *(ushort*)address);
    [MethodImpl(MethodImplOptions.NoInlining)]
    static virtual uint ReadDevice32(nuint address) => Volatile.Read(ref *(uint*)address);
    static virtual void WriteDevice8(nuint address, byte value) => Volatile.Write(ref *(byte*)address, value);
    static virtual void WriteDevice16(nuint address, ushort value) => Volatile.Write(ref *(ushort*)address, value);
    static virtual void WriteDevice32(nuint address, uint value) => Volatile.Write(ref *(uint*)address, value);
}

public interface IMachineInfo : IContract;

/// <summary>What the firmware or VMM says about the machine. Boot only.</summary>
public interface IMachineInfo<TSelf> : IMachineInfo where TSelf : struct, IMachineInfo<TSelf>
{
    /// <summary>The kernel command line, ASCII without the terminating zero. Untrusted.</summary>
    static abstract ReadOnlySpan<byte> CommandLine { get; }
}
