// Random bits: the processor's own where it has RDRAND, and else what the low bits of its clock make of the time that
// passes. Uk.CoreLib asks by name (Internal/Entropy.cs).

namespace Uk.Platform.Kvm;

internal static unsafe class Entropy
{
    private const uint FeatureLeaf = 1;
    private const uint HasRdrand = 1u << 30;

    /// <summary>RDRAND fails where it is asked for more than the processor gathers; after so many tries it is broken.</summary>
    private const int MostTries = 16;

    private static ulong s_state;

    internal static ulong Next()
    {
        uint* registers = stackalloc uint[4];
        Cpu.uk_cpuid(FeatureLeaf, 0, registers);
        ulong value;
        if ((registers[2] & HasRdrand) != 0)
            for (int i = 0; i < MostTries; i++)
                if (Cpu.uk_rdrand(&value) != 0) return value;
        return FromClock();
    }

    /// <summary>SplitMix64 over the cycles: distinct, and unlike each other, but no secret.</summary>
    private static ulong FromClock()
    {
        s_state += Cpu.uk_cycles() | 1;
        ulong z = s_state * 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
