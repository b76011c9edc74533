// Which number a faulting DIV or IDIV divides by: its operand is decoded, because to the processor a divisor of zero and a
// quotient that is too large are one fault. Intel SDM, volume 2, 2.1 (prefixes, ModRM, SIB) and 2.2.1 (REX); "DIV", "IDIV".
// Other instructions do not fault so.

namespace Uk.Platform;

internal unsafe ref struct DivideInstruction
{
    private const byte OperandSize = 0x66, AddressSize = 0x67, RexMask = 0xF0, Rex = 0x40;
    private const byte DivideBytes = 0xF6;
    private const int RegisterMode = 3, SibFollows = 4, NoIndex = 4, DisplacementOnly = 5;

    private readonly ref readonly GeneralRegisters _registers;
    private byte* _next;
    private int _rex, _operandBits;
    private bool _hasRex, _hasShortAddresses;

    private DivideInstruction(in GeneralRegisters registers, byte* code)
    {
        _registers = ref registers;
        _next = code;
    }

    /// <param name="registers">When the instruction faulted.</param>
    /// <param name="code">Its first byte. The processor has read all of it, and the operand.</param>
    public static bool DividesByZero(in GeneralRegisters registers, byte* code) =>
        new DivideInstruction(registers, code).ReadDivisor() == 0;

    private ulong ReadDivisor()
    {
        bool hasShortOperands = ReadPrefixes();
        byte opcode = *_next++;
        _operandBits = opcode == DivideBytes ? 8 : (_rex & 8) != 0 ? 64 : hasShortOperands ? 16 : 32;
        byte modRm = *_next++;
        int mode = modRm >> 6, register = modRm & 7;
        return mode == RegisterMode ? Register(register) : Memory(mode, register);
    }

    /// <summary>True for operands of 16 bits. Segments other than FS and GS begin at 0, and no data of C# is in those.</summary>
    private bool ReadPrefixes()
    {
        bool hasShortOperands = false;
        for (; ; _next++)
        {
            switch (*_next)
            {
                case OperandSize: hasShortOperands = true; break;
                case AddressSize: _hasShortAddresses = true; break;
                case 0x26 or 0x2E or 0x36 or 0x3E or 0x64 or 0x65 or 0xF0 or 0xF2 or 0xF3: break;
                default:
                    // A REX prefix is the last one.
                    _hasRex = (*_next & RexMask) == Rex;
                    if (_hasRex) _rex = *_next++;
                    return hasShortOperands;
            }
        }
    }

    private readonly ulong Register(int number)
    {
        // Without REX the numbers 4 to 7 are AH, CH, DH and BH. Volume 2, table 3-1.
        if (_operandBits == 8 && !_hasRex && number >= 4) return _registers[number - 4] >> 8 & 0xFF;
        return Truncate(_registers[number | Extension(1)]);
    }

    private ulong Memory(int mode, int register)
    {
        ulong address;
        if (register == SibFollows) address = ScaledIndex(mode);
        // Table 2-7: counted from the next instruction, which begins behind the displacement.
        else if (mode == 0 && register == DisplacementOnly) address = (ulong)Displacement32() + (ulong)_next;
        else address = _registers[register | Extension(1)] + Displacement(mode);
        if (_hasShortAddresses) address = (uint)address;
        return _operandBits switch
        {
            8 => *(byte*)address,
            16 => *(ushort*)address,
            32 => *(uint*)address,
            _ => *(ulong*)address,
        };
    }

    private ulong ScaledIndex(int mode)
    {
        byte sib = *_next++;
        int index = sib >> 3 & 7 | Extension(2), basis = sib & 7;
        ulong address = index == NoIndex ? 0 : _registers[index] << (sib >> 6);
        if (mode == 0 && basis == DisplacementOnly) return address + (ulong)Displacement32();
        return address + _registers[basis | Extension(1)] + Displacement(mode);
    }

    private ulong Displacement(int mode) => mode switch
    {
        0 => 0,
        1 => (ulong)(sbyte)*_next++,
        _ => (ulong)Displacement32(),
    };

    private long Displacement32()
    {
        int value = *(int*)_next;
        _next += sizeof(int);
        return value;
    }

    /// <summary>8 where the bit of the REX prefix (B is 1, X is 2) is set.</summary>
    private readonly int Extension(int bit) => (_rex & bit) != 0 ? 8 : 0;

    private readonly ulong Truncate(ulong value) => _operandBits == 64 ? value : value & (1UL << _operandBits) - 1;
}
