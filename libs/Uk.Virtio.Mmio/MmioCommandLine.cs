// Reads the slots that a VMM names on the kernel command line, in the form that Linux defines:
// virtio_mmio.device=<size>[KMG]@<base>:<irq>[:<id>]. The text is not trusted.

using System;

namespace Uk.Virtio.Mmio;

/// <summary>A window of registers in physical memory.</summary>
internal readonly struct MmioSlot(ulong address, uint lengthBytes, uint line)
{
    public ulong Address { get; } = address;
    public uint LengthBytes { get; } = lengthBytes;
    /// <summary>Its interrupt line; 0 for none that can be.</summary>
    public uint Line { get; } = line;
}

/// <summary>The slots of a command line, in its order. An entry that makes no sense is counted and skipped.</summary>
internal ref struct MmioCommandLine(ReadOnlySpan<byte> text)
{
    /// <summary>The registers and one word of configuration.</summary>
    private const ulong LengthMin = MmioRegister.Config + 4;
    /// <summary>More than any device has, and little enough to map.</summary>
    private const ulong LengthMax = 1 << 20;
    /// <summary>Physical addresses of x86-64 have at most 52 bits.</summary>
    private const ulong AddressLimit = 1UL << 52;

    private ReadOnlySpan<byte> _rest = text;

    public MmioSlot Current { get; private set; }
    public int MalformedCount { get; private set; }

    public bool MoveNext()
    {
        while (TryTakeWord(out ReadOnlySpan<byte> word))
        {
            if (!TryTakePrefix(ref word, "virtio_mmio.device="u8)) continue;
            if (TryParse(word, out MmioSlot slot))
            {
                Current = slot;
                return true;
            }
            MalformedCount++;
        }
        return false;
    }

    /// <summary>Words are separated by blanks; anything up to the blank is part of the word.</summary>
    private bool TryTakeWord(out ReadOnlySpan<byte> word)
    {
        int start = 0;
        while (start < _rest.Length && IsBlank(_rest[start])) start++;
        int end = start;
        while (end < _rest.Length && !IsBlank(_rest[end])) end++;
        word = _rest.Slice(start, end - start);
        _rest = _rest.Slice(end);
        return word.Length != 0;
    }

    private static bool TryParse(ReadOnlySpan<byte> word, out MmioSlot slot)
    {
        slot = default;
        if (!TryTakeNumber(ref word, out ulong length)) return false;
        if (!TryTakeSuffix(ref word, ref length)) return false;
        if (!TryTakePrefix(ref word, "@"u8)) return false;
        if (!TryTakeNumber(ref word, out ulong address)) return false;
        if (!TryTakePrefix(ref word, ":"u8)) return false;
        if (!TryTakeNumber(ref word, out ulong line)) return false;
        if (TryTakePrefix(ref word, ":"u8) && !TryTakeNumber(ref word, out _)) return false;
        if (word.Length != 0) return false;

        if (length < LengthMin || length > LengthMax) return false;
        // Registers are 32-bit words; nothing is a device at address 0 or beyond what the processor can address.
        if (address == 0 || (address & 3) != 0 || address > AddressLimit - length) return false;
        slot = new MmioSlot(address, (uint)length, line <= uint.MaxValue ? (uint)line : 0);
        return true;
    }

    /// <summary>
    /// Decimal, or hexadecimal after 0x. False where there is no digit or the number has more than 64 bits.
    /// </summary>
    private static bool TryTakeNumber(ref ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        uint radix = 10;
        if (TryTakePrefix(ref text, "0x"u8) || TryTakePrefix(ref text, "0X"u8)) radix = 16;
        int digits = 0;
        for (; digits < text.Length; digits++)
        {
            uint digit = DigitOf(text[digits]);
            if (digit >= radix) break;
            if (value > (ulong.MaxValue - digit) / radix) return false;
            value = value * radix + digit;
        }
        text = text.Slice(digits);
        return digits != 0;
    }

    private static uint DigitOf(byte character)
    {
        if (character is >= (byte)'0' and <= (byte)'9') return (uint)(character - '0');
        uint lower = character | 0x20u;
        return lower is >= 'a' and <= 'f' ? lower - 'a' + 10 : uint.MaxValue;
    }

    private static bool TryTakeSuffix(ref ReadOnlySpan<byte> text, ref ulong value)
    {
        int shift = text.Length == 0 ? 0 : (text[0] | 0x20) switch { 'k' => 10, 'm' => 20, 'g' => 30, _ => 0 };
        if (shift == 0) return true;
        if (value > ulong.MaxValue >> shift) return false;
        value <<= shift;
        text = text.Slice(1);
        return true;
    }

    private static bool TryTakePrefix(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix)
    {
        if (text.Length < prefix.Length) return false;
        for (int i = 0; i < prefix.Length; i++)
            if (text[i] != prefix[i]) return false;
        text = text.Slice(prefix.Length);
        return true;
    }

    private static bool IsBlank(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
}
