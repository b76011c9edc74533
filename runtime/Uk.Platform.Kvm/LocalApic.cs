// The registers of the local APIC: each processor sees its own at the same address. Intel SDM volume 3, chapter 11.

using System.Threading;

namespace Uk.Platform.Kvm;

internal static unsafe class LocalApic
{
    private const nuint Registers = 0xFEE0_0000, RegistersLength = 4096;

    internal const nuint Id = 0x20, SpuriousVector = 0xF0, CommandLow = 0x300, CommandHigh = 0x310,
        LvtTimer = 0x320, LvtLint0 = 0x350, InitialCount = 0x380, CurrentCount = 0x390, DivideConfiguration = 0x3E0;

    private const uint Enable = 1 << 8;
    private const int IdShift = 24;

    /// <summary>Commands to other processors. 11.6.1.</summary>
    internal const uint Nmi = 4 << 8, Init = 5 << 8, StartUp = 6 << 8, Assert = 1 << 14, AllButSelf = 3 << 18;

    /// <summary>Idempotent.</summary>
    internal static void Map() => PageTables.MapRegisters(Registers, RegistersLength);

    internal static void EnableWithSpuriousVector(byte vector) => Write(SpuriousVector, Enable | vector);

    internal static uint CurrentId => Read(Id) >> IdShift;

    internal static void SendToOthers(uint command) => Write(CommandLow, command | Assert | AllButSelf);

    internal static void Send(uint id, uint command)
    {
        Write(CommandHigh, id << IdShift);
        Write(CommandLow, command | Assert);
    }

    internal static uint Read(nuint register) => Volatile.Read(ref *(uint*)(Registers + register));
    internal static void Write(nuint register, uint value) => Volatile.Write(ref *(uint*)(Registers + register), value);
}
