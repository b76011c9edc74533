// Memory for the regions: shared, so that a port's backend can be another process.

using System;
using Uk.Linux;

namespace Uk.Platform;

public unsafe partial struct HostPlatform
{
    public static int PieceCount => RegionMemory<HostPlatform>.PieceCount;

    public static SharedPiece Piece(int index) => RegionMemory<HostPlatform>.Piece(index);

    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes)
    {
        RegionMemoryResult result =
            RegionMemory<HostPlatform>.TryReserve(0, lengthBytes, alignmentBytes, out nuint address, out nint error);
        if (result != RegionMemoryResult.Refused) return address;
        ulong available = (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        throw new InvalidOperationException(
            $"The memory regions need {lengthBytes} bytes and the process did not get them: {LinuxError.Describe(error)}; " +
            $"it may use {available} in all. Lower the Size of the regions.");
    }

    public static void PlaceOnNode(nuint address, nuint lengthBytes, int node)
    {
        int error = RegionMemory<HostPlatform>.TryPlaceOnNode(address, lengthBytes, node);
        if (error != 0 && error != -LinuxError.EPERM)
            throw new InvalidOperationException(
                $"A memory region cannot be of NUMA node {node}: {LinuxError.Describe(error)}. The nodes of this machine: /sys/devices/system/node/online.");
    }

    public static nuint ReserveAt(nuint address, nuint lengthBytes)
    {
        RegionMemoryResult result =
            RegionMemory<HostPlatform>.TryReserve(address, lengthBytes, 0, out _, out nint error);
        if (result == RegionMemoryResult.Good) return address;
        throw new InvalidOperationException(
            $"A memory region cannot lie at 0x{address:x}, {lengthBytes} bytes, in this process: {LinuxError.Describe(error)}. " +
            "Change At of the region, or leave it out where the program runs as a process.");
    }
}
