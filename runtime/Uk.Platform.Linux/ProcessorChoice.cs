// Which processor each lcore gets: -l 2,3 (one for each lcore), --lcores 0@2,1@3, or the processors that the process may
// use. DPDK: the EAL options of these names; of their forms only these.

using System;

namespace Uk.Platform.Linux;

internal static unsafe class ProcessorChoice
{
    private const int MaxProcessors = 1024, MaskLength = MaxProcessors / 64, MaxLcores = 64;

    [System.Runtime.CompilerServices.InlineArray(MaskLength)]
    private struct Mask
    {
        private ulong _first;
    }

    [System.Runtime.CompilerServices.InlineArray(MaxLcores)]
    private struct Table
    {
        private short _first;
    }

    private static Mask s_allowed;
    private static Table s_chosen;

    /// <summary>Before the first <see cref="Pin"/>. Throws for options that cannot be followed.</summary>
    internal static void Prepare(int count)
    {
        fixed (Mask* allowed = &s_allowed) Kernel.GetAffinity((ulong*)allowed, sizeof(Mask));
        bool isChosen = TryFollow("--lcores"u8, count) || TryFollow("-l"u8, count);
        if (isChosen) return;
        int found = ChooseAllowed(count);
        if (found >= count) return;
        fixed (byte* text = "uk: fewer processors than lcores: loops that poll take turns on one. Allow more (taskset, docker --cpuset-cpus), or choose with -l\n"u8)
            Kernel.Write(Kernel.StandardError, text, 133);
    }

    /// <summary>Those of the mask in their order, and again from the first where there are too few. How many there are.</summary>
    private static int ChooseAllowed(int count)
    {
        int found = 0;
        for (int processor = 0; processor < MaxProcessors && found < count; processor++)
            if (IsAllowed(processor)) s_chosen[found++] = (short)processor;
        for (int lcore = found; lcore < count; lcore++) s_chosen[lcore] = s_chosen[lcore % (found == 0 ? 1 : found)];
        return found;
    }

    private static bool IsAllowed(int processor) => (s_allowed[processor / 64] >> (processor % 64) & 1) != 0;

    /// <summary>The lcore on the thread that calls.</summary>
    internal static void Pin(int lcore)
    {
        Mask mask = default;
        mask[s_chosen[lcore] / 64] = 1ul << (s_chosen[lcore] % 64);
        Kernel.SetAffinity((ulong*)&mask, sizeof(Mask));
    }

    /// <summary>False if the option is not there.</summary>
    private static bool TryFollow(ReadOnlySpan<byte> option, int count)
    {
        if (!TryFind(option, out ReadOnlySpan<byte> text)) return false;
        bool isPair = option.Length > 2;
        ulong given = 0;
        int lcore = 0;
        while (TryTake(ref text, isPair, ref lcore, out int processor))
        {
            if (lcore >= count) throw Wrong(count, "it names an lcore that the program does not have");
            if (processor >= MaxProcessors || !IsAllowed(processor)) throw Wrong(count, "it names a processor that this process may not use");
            s_chosen[lcore] = (short)processor;
            given |= 1ul << lcore++;
            if (text.Length == 0) break;
        }
        if (text.Length != 0 || given != ulong.MaxValue >> (64 - count)) throw Wrong(count, "each lcore wants one processor");
        return true;
    }

    private static ArgumentException Wrong(int count, string problem) => new(
        $"The option -l or --lcores cannot be followed: {problem}. The program has {count} lcores: -l 2,3 gives lcore 0 processor 2 and lcore 1 processor 3, and so does --lcores 0@2,1@3.");

    /// <summary>The next entry and the comma behind it: "3", or "1@3".</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> text, bool isPair, ref int lcore, out int processor)
    {
        processor = 0;
        if (isPair && (!TryTakeNumber(ref text, out lcore) || !TryTakeByte(ref text, (byte)'@'))) return false;
        if (!TryTakeNumber(ref text, out processor)) return false;
        return text.Length == 0 || (TryTakeByte(ref text, (byte)',') && text.Length != 0);
    }

    private static bool TryTakeByte(ref ReadOnlySpan<byte> text, byte expected)
    {
        if (text.Length == 0 || text[0] != expected) return false;
        text = text.Slice(1);
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        int digits = 0;
        for (; digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9' && value < MaxProcessors; digits++)
            value = value * 10 + text[digits] - '0';
        text = text.Slice(digits);
        return digits != 0;
    }

    /// <summary>The argument behind the option, or behind its equals sign.</summary>
    private static bool TryFind(ReadOnlySpan<byte> option, out ReadOnlySpan<byte> value)
    {
        value = default;
        nint* stack = (nint*)Kernel.uk_initial_stack();
        byte** arguments = (byte**)(stack + 1);
        for (int i = 1; i < *stack; i++)
        {
            ReadOnlySpan<byte> argument = Text(arguments[i]);
            if (!argument.StartsWith(option)) continue;
            if (argument.Length == option.Length) value = i + 1 < *stack ? Text(arguments[i + 1]) : default;
            else if (argument[option.Length] == '=') value = argument.Slice(option.Length + 1);
            else continue;
            return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Text(byte* text) =>
        System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
}
