// Questions about types in code that is written, which the compiler answers for each instantiation. ECMA-335, III.4.17 (ldtoken).

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.GenericVirtual;

internal static class TypeTests
{
    /// <summary>typeof(T).IsValueType</summary>
    public static void WriteIsValueType(ModuleDefinition module, ILProcessor il, TypeReference type)
    {
        TypeReference system = SystemType(module);
        WriteTypeOf(module, il, type);
        il.Emit(OpCodes.Callvirt, new MethodReference("get_IsValueType", module.TypeSystem.Boolean, system) { HasThis = true });
    }

    /// <summary>Goes to <paramref name="otherwise"/> unless typeof(A) == typeof(B).</summary>
    public static void WriteEqual(ModuleDefinition module, ILProcessor il, TypeReference left, TypeReference right, Instruction otherwise)
    {
        TypeReference system = SystemType(module);
        WriteTypeOf(module, il, left);
        WriteTypeOf(module, il, right);
        var equality = new MethodReference("op_Equality", module.TypeSystem.Boolean, system);
        equality.Parameters.Add(new ParameterDefinition(system));
        equality.Parameters.Add(new ParameterDefinition(system));
        il.Emit(OpCodes.Call, equality);
        il.Emit(OpCodes.Brfalse, otherwise);
    }

    private static void WriteTypeOf(ModuleDefinition module, ILProcessor il, TypeReference type)
    {
        TypeReference system = SystemType(module);
        var fromHandle = new MethodReference("GetTypeFromHandle", system, system);
        fromHandle.Parameters.Add(new ParameterDefinition(new TypeReference("System", "RuntimeTypeHandle", module, module.TypeSystem.CoreLibrary, valueType: true)));
        il.Emit(OpCodes.Ldtoken, type);
        il.Emit(OpCodes.Call, fromHandle);
    }

    private static TypeReference SystemType(ModuleDefinition module) => new("System", "Type", module, module.TypeSystem.CoreLibrary);
}
