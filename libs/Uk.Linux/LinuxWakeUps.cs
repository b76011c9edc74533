// Event files of the kernel as wake-ups: eventfd(2), membarrier(2).

using Uk.Platform;

namespace Uk.Linux;

/// <summary>Wake-ups between the threads of a process.</summary>
[UkLibrary(Targets = UkTargets.Linux | UkTargets.Host)]
[Provides<IWakeUps>]
[Requires<ISystemCalls>]
public readonly unsafe struct LinuxWakeUps<TCalls> : IWakeUps<LinuxWakeUps<TCalls>>
    where TCalls : struct, ISystemCalls<TCalls>
{
    private const nint MembarrierNumber = 324;
    private const nint MEMBARRIER_CMD_PRIVATE_EXPEDITED = 1 << 3, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED = 1 << 4;

    public static bool CanWake => true;

    /// <summary>The process says to the kernel beforehand that it is going to ask for barriers.</summary>
    public static int Create()
    {
        if (Membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) < 0) return -1;
        int file = LinuxCalls<TCalls>.EventFile();
        return file < 0 ? -1 : file;
    }

    public static void Wake(int file)
    {
        ulong one = 1;
        LinuxCalls<TCalls>.Write(file, &one, sizeof(ulong));
    }

    public static void Acknowledge(int file)
    {
        ulong count;
        LinuxCalls<TCalls>.Read(file, &count, sizeof(ulong));
    }

    public static bool TryBarrierOnAllLcores() => Membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED) == 0;

    private static nint Membarrier(nint command) => TCalls.Call(MembarrierNumber, command, 0, 0, 0, 0, 0);
}
