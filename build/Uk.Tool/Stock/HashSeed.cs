// The number that .NET's assemblies hash texts with, so that nobody can choose texts of equal hash. They ask their library
// of cryptography, which is not in an image; here they ask Random, which the platform seeds.

using System;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Uk.Tool.Stock;

internal static class HashSeed
{
    /// <returns>Whether the assembly has such a number.</returns>
    public static bool TakeFromRandom(ModuleDefinition module)
    {
        MethodDefinition? seed = module.GetType("System.Marvin")?.Methods.FirstOrDefault(method => method.Name == "GenerateSeed" && method.Parameters.Count == 0);
        if (seed is null) return false;
        var random = new TypeReference("System", nameof(Random), module, module.TypeSystem.CoreLibrary);
        seed.Body = new MethodBody(seed);
        ILProcessor il = seed.Body.GetILProcessor();
        il.Emit(OpCodes.Newobj, new MethodReference(".ctor", module.TypeSystem.Void, random) { HasThis = true });
        il.Emit(OpCodes.Callvirt, new MethodReference(nameof(Random.NextInt64), module.TypeSystem.Int64, random) { HasThis = true });
        il.Emit(OpCodes.Ret);
        return true;
    }
}
