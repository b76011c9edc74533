// The instructions of .NET's intermediate language: reading them, and what each does to the height of the stack.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Uk.Tool.Code;

internal static class Operations
{
    private const byte FirstOfTwo = 0xFE;

    private static readonly Dictionary<ushort, OpCode> s_all = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(operation => (ushort)operation.Value);

    /// <exception cref="BadImageFormatException">There is no such instruction.</exception>
    public static OpCode Read(ref BlobReader code)
    {
        ushort value = code.ReadByte();
        if (value == FirstOfTwo) value = (ushort)(value << 8 | code.ReadByte());
        return s_all.TryGetValue(value, out OpCode operation) ? operation : throw new BadImageFormatException($"there is no instruction 0x{value:x}");
    }

    /// <returns>A token, a number or a distance; nothing that is longer.</returns>
    public static int ReadOperand(OpCode operation, ref BlobReader code)
    {
        switch (operation.OperandType)
        {
            case OperandType.InlineNone: return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI: return code.ReadSByte();
            case OperandType.ShortInlineVar: return code.ReadByte();
            case OperandType.InlineVar: return code.ReadUInt16();
            case OperandType.InlineI8 or OperandType.InlineR:
                code.ReadInt64();
                return 0;
            case OperandType.InlineSwitch:
                for (int count = code.ReadInt32(); count > 0; count--) code.ReadInt32();
                return 0;
            default: return code.ReadInt32();
        }
    }

    /// <summary>Of an argument or local: the instruction's own number, ldloc.1, or its operand.</summary>
    public static int Index(string name, int operand) =>
        int.TryParse(name.AsSpan(name.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : operand;

    public static int PopCount(OpCode operation) => operation.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Varpop => 0,
        _ => 3,
    };

    public static int PushCount(OpCode operation) => operation.StackBehaviourPush switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };
}
