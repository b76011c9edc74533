// Memory for the regions: shared, so that a port's backend can be another process.

using System;
using Uk.Linux;

namespace Uk.Platform.Linux;

public readonly unsafe partial struct LinuxPlatform
{
    public static int PieceCount => RegionMemory<LinuxPlatform>.PieceCount;

    public static SharedPiece Piece(int index) => RegionMemory<LinuxPlatform>.Piece(index);

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        switch (RegionMemory<LinuxPlatform>.TryReserve(0, lengthBytes, alignmentBytes, out nuint address, out nint error))
        {
            case RegionMemoryResult.SmallPages:
                WriteWarning("warning: no huge pages are free: the memory regions have pages of 4 KiB (try: sysctl vm.nr_hugepages=64)\n"u8);
                return address;
            case RegionMemoryResult.SmallerPages:
                WriteWarning("warning: no huge pages of 1 GiB are free: the memory regions have pages of 2 MiB (the kernel's command line takes hugepagesz=1G hugepages=4)\n"u8);
                return address;
            case RegionMemoryResult.Good:
                return address;
            default:
                throw new OutOfMemoryException(
                    $"The kernel has no {lengthBytes >> 10} KiB for the memory regions: {LinuxError.Describe(error)}.");
        }
    }

    public static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        RegionMemoryResult result = RegionMemory<LinuxPlatform>.TryReserve(address, lengthBytes, 0, out _, out nint error);
        if (result != RegionMemoryResult.Good)
            throw new InvalidOperationException(
                $"The kernel has no {lengthBytes >> 10} KiB at 0x{address:x}: {LinuxError.Describe(error)}. "
                + "Change the region's address, or let the composition choose one.");
        return address;
    }

    public static void PlaceOnNode(nuint address, nuint lengthBytes, int node)
    {
        int error = RegionMemory<LinuxPlatform>.TryPlaceOnNode(address, lengthBytes, node);
        if (error == -LinuxError.EPERM)
            WriteWarning("warning: this process may not choose the NUMA node of its memory: the regions are where the kernel puts them (containers: --cap-add SYS_NICE)\n"u8);
        else if (error != 0)
            throw new InvalidOperationException(
                $"A memory region cannot be of NUMA node {node}: {LinuxError.Describe(error)}. The nodes of this machine: /sys/devices/system/node/online.");
    }

    private static void WriteWarning(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8) Kernel.Write(Kernel.StandardError, text, utf8.Length);
    }
}
