// The clock of KVM: memory in which the host says how time stamps become nanoseconds. Only the rate is taken from it, once.
// Linux, Documentation/virt/kvm/x86/cpuid.rst and msr.rst (pvclock_vcpu_time_info).

using System.Runtime.InteropServices;
using System.Threading;

namespace Uk.Platform.Kvm;

internal static unsafe class KvmClock
{
    private const uint SignatureLeaf = 0x4000_0000, FeatureLeaf = 0x4000_0001;
    /// <summary>"KVMKVMKVM" and three zeros in EBX, ECX and EDX.</summary>
    private const uint SignatureEbx = 0x4B4D_564B, SignatureEcx = 0x564B_4D56, SignatureEdx = 0x4D;
    private const uint ClockSource2 = 1 << 3;
    private const uint SystemTimeMsr = 0x4B56_4D01;
    private const ulong Enabled = 1;
    private const ulong NanosecondsPerSecond = 1_000_000_000;
    private const int Alignment = 64;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeInfo
    {
        /// <summary>Odd while the host writes.</summary>
        public uint Version;
        public uint Padding;
        public ulong TscTimestamp;
        public ulong SystemTime;
        /// <summary>Nanoseconds = (cycles shifted by TscShift) * this / 2^32.</summary>
        public uint TscToSystemMul;
        public sbyte TscShift;
    }

    /// <summary>0 on other hypervisors.</summary>
    internal static ulong TscHertz()
    {
        uint* registers = stackalloc uint[4];
        Cpu.uk_cpuid(SignatureLeaf, 0, registers);
        if (registers[0] < FeatureLeaf || registers[1] != SignatureEbx || registers[2] != SignatureEcx || registers[3] != SignatureEdx) return 0;
        Cpu.uk_cpuid(FeatureLeaf, 0, registers);
        if ((registers[0] & ClockSource2) == 0) return 0;
        byte* room = stackalloc byte[2 * Alignment];
        TimeInfo* info = (TimeInfo*)((nuint)(room + Alignment - 1) & ~(nuint)(Alignment - 1));
        *info = default;
        uk_write_msr(SystemTimeMsr, (ulong)info | Enabled);
        uint multiplier = Volatile.Read(ref info->TscToSystemMul);
        int shift = Volatile.Read(ref info->TscShift);
        // The host fills it in before the write returns, and must not write to the stack later.
        uk_write_msr(SystemTimeMsr, 0);
        if (multiplier == 0) return 0;
        ulong hertz = (NanosecondsPerSecond << 32) / multiplier;
        return shift < 0 ? hertz << -shift : hertz >> shift;
    }

    [DllImport("*"), SuppressGCTransition] private static extern void uk_write_msr(uint register, ulong value);
}
