// Sorting by the elements themselves, LINQ takes the array of elements for that of keys, by a cast that asks the array for its
// type. Where a sequence is seen as one of a base type (out T of IOrderedEnumerable), the array is one of the base type, whose
// elements are keys all the same. So the array is not asked; the keys are only read. ECMA-335, III.4.3 (castclass).

using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.Stock;

internal static class OrderedKeys
{
    private const string Sorter = "System.Linq.Enumerable/EnumerableSorter`2", Method = "ComputeKeys";

    /// <returns>Whether the assembly has such a cast.</returns>
    public static bool TakeElements(ModuleDefinition module)
    {
        if (module.GetType(Sorter)?.Methods.FirstOrDefault(method => method.Name == Method) is not { HasBody: true } method) return false;
        Instruction[] casts = [.. method.Body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Castclass && instruction.Operand is ArrayType)];
        foreach (Instruction cast in casts) (cast.OpCode, cast.Operand) = (OpCodes.Nop, null);
        return casts.Length != 0;
    }
}
