// From a frame to its caller: the instructions of the unwind table say where the caller's registers were saved.

using System.Runtime.CompilerServices;

namespace Internal.Runtime.ExceptionHandling;

internal static unsafe class Unwinder
{
    // Columns of the table: DWARF's numbers for the registers of x86-64.
    private const int ColumnCount = 17;
    private const int ColumnRbx = 3, ColumnRbp = 6, ColumnRsp = 7, ColumnR12 = 12, ColumnReturnAddress = 16;

    private const int DataAlignment = -8;

    [InlineArray(ColumnCount)]
    private struct Offsets
    {
        private int _first;
    }

    /// <summary>One row of the table: where the caller's frame begins, and the saved registers relative to that; 0 is not saved.</summary>
    private struct Row
    {
        internal int CfaColumn;
        internal long CfaOffset;
        internal Offsets Saved;
    }

    /// <summary>Moves to the caller. False if there is an instruction that is not understood.</summary>
    internal static bool TryUnwind(in FrameDescription description, ref RegisterContext context)
    {
        Row row = default;
        ulong offset = context.CurrentInstruction - description.Start;
        if (!Execute(description.InitialInstructions, description.InitialInstructionsEnd, ulong.MaxValue, ref row)) return false;
        if (!Execute(description.Instructions, description.InstructionsEnd, offset, ref row)) return false;

        ulong cfa = (row.CfaColumn == ColumnRbp ? context.Rbp : context.Rsp) + (ulong)row.CfaOffset;
        Restore(ref context.Rbx, row.Saved[ColumnRbx], cfa);
        Restore(ref context.Rbp, row.Saved[ColumnRbp], cfa);
        Restore(ref context.R12, row.Saved[ColumnR12], cfa);
        Restore(ref context.R13, row.Saved[ColumnR12 + 1], cfa);
        Restore(ref context.R14, row.Saved[ColumnR12 + 2], cfa);
        Restore(ref context.R15, row.Saved[ColumnR12 + 3], cfa);
        Restore(ref context.Rip, row.Saved[ColumnReturnAddress], cfa);
        context.Rsp = cfa;
        context.IsFault = 0;
        return true;
    }

    private static void Restore(ref ulong register, int offset, ulong cfa)
    {
        if (offset != 0) register = *(ulong*)(cfa + (ulong)(long)offset);
    }

    private const byte PrimaryMask = 0xC0, OperandMask = 0x3F;
    private const byte DW_CFA_advance_loc = 0x40, DW_CFA_offset = 0x80, DW_CFA_restore = 0xC0;
    private const byte DW_CFA_nop = 0, DW_CFA_advance_loc1 = 2, DW_CFA_advance_loc2 = 3, DW_CFA_advance_loc4 = 4,
        DW_CFA_def_cfa = 0x0C, DW_CFA_def_cfa_register = 0x0D, DW_CFA_def_cfa_offset = 0x0E;

    /// <summary>Runs the instructions up to the one that takes effect behind <paramref name="offset"/>.</summary>
    private static bool Execute(byte* at, byte* end, ulong offset, ref Row row)
    {
        ulong location = 0;
        while (at < end)
        {
            byte instruction = *at++;
            byte operand = (byte)(instruction & OperandMask);
            switch ((byte)(instruction & PrimaryMask) != 0 ? (byte)(instruction & PrimaryMask) : instruction)
            {
                case DW_CFA_nop: break;
                case DW_CFA_advance_loc: location += operand; break;
                case DW_CFA_advance_loc1: location += *at; at += 1; break;
                case DW_CFA_advance_loc2: location += *(ushort*)at; at += 2; break;
                case DW_CFA_advance_loc4: location += *(uint*)at; at += 4; break;
                case DW_CFA_offset:
                    int saved = (int)CallFrameInformation.ReadUnsigned(ref at) * DataAlignment;
                    if (operand < ColumnCount) row.Saved[operand] = saved;
                    break;
                case DW_CFA_restore:
                    if (operand < ColumnCount) row.Saved[operand] = 0;
                    break;
                case DW_CFA_def_cfa:
                    row.CfaColumn = (int)CallFrameInformation.ReadUnsigned(ref at);
                    row.CfaOffset = (long)CallFrameInformation.ReadUnsigned(ref at);
                    break;
                case DW_CFA_def_cfa_register: row.CfaColumn = (int)CallFrameInformation.ReadUnsigned(ref at); break;
                case DW_CFA_def_cfa_offset: row.CfaOffset = (long)CallFrameInformation.ReadUnsigned(ref at); break;
                default: return false;
            }
            if (location > offset) return true;
        }
        return true;
    }
}
