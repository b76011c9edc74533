// One platform for each target, with as little behind it as the contracts allow.

using Uk;
using Uk.Platform;

namespace Fakes.Platforms;

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<ICpu>, Provides<IMachineMemory>, Provides<IPortIo>, Provides<IProcessors>]
public struct KvmPlatform
    : ICpu<KvmPlatform>, IMachineMemory<KvmPlatform>, IProcessors<KvmPlatform>, IPortIo<KvmPlatform>, IInitialize<KvmPlatform>
{
    public static ulong Cycles => 0;
    public static ulong CyclesPerSecond => 0;
    public static void Relax(uint emptyPolls) { }
    public static int CurrentLcore => 0;
    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> { }
    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes) => 0;
    public static nuint ReserveAt(nuint address, nuint lengthBytes) => address;
    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) => 0;
    public static byte In8(ushort port) => 0;
    public static ushort In16(ushort port) => 0;
    public static uint In32(ushort port) => 0;
    public static void Out8(ushort port, byte value) { }
    public static void Out16(ushort port, ushort value) { }
    public static void Out32(ushort port, uint value) { }
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Linux)]
[Provides<ICpu>, Provides<IMachineMemory>, Provides<IProcessors>]
public struct LinuxPlatform : ICpu<LinuxPlatform>, IMachineMemory<LinuxPlatform>, IProcessors<LinuxPlatform>
{
    public static ulong Cycles => 0;
    public static ulong CyclesPerSecond => 0;
    public static void Relax(uint emptyPolls) { }
    public static int CurrentLcore => 0;
    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> { }
    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes) => 0;
    public static nuint ReserveAt(nuint address, nuint lengthBytes) => address;
    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) => 0;
}

[UkLibrary(Targets = UkTargets.Host)]
[Provides<ICpu>, Provides<IMachineMemory>, Provides<IProcessors>]
public struct HostPlatform : ICpu<HostPlatform>, IMachineMemory<HostPlatform>, IProcessors<HostPlatform>
{
    public static ulong Cycles => 0;
    public static ulong CyclesPerSecond => 0;
    public static void Relax(uint emptyPolls) { }
    public static int CurrentLcore => 0;
    public static void Run<TLoops>(int count) where TLoops : struct, ILcoreLoops<TLoops> { }
    public static nuint Reserve(nuint lengthBytes, nuint alignmentBytes) => 0;
    public static nuint ReserveAt(nuint address, nuint lengthBytes) => address;
    public static nuint MapDevice(ulong physicalAddress, nuint lengthBytes) => 0;
}

[UkLibrary]
[Provides<ILcores>]
[Requires<IProcessors>, Requires<ILcoreOptions>]
public struct Lcores<TProcessors, TOptions> : ILcores<Lcores<TProcessors, TOptions>>
    where TProcessors : struct, IProcessors<TProcessors>
    where TOptions : struct, ILcoreOptions
{
    public static int Count => TOptions.Count;
    public static int Id => TProcessors.CurrentLcore;
}
