// Where a program allocates: a call of the allocator in one of its own methods, or a call into the core library that ends
// there. Exceptions may be made: where there is no heap they are what ends a program.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Uk.Tool;

/// <summary>A line that has to change.</summary>
/// <param name="Type">What is allocated, as the compiler spells it.</param>
/// <param name="Through">The function of the core library that allocates in the end, or null.</param>
internal readonly record struct AllocationSite(string Method, ulong Address, string? Type, string? Through)
{
    private const string Allocator = "S_P_CoreLib_Internal_Runtime_Allocator__";

    /// <summary>Static fields get their memory before Main, once.</summary>
    private const string Statics = "S_P_CoreLib_Internal_Runtime_Module__";

    private static readonly string[] s_entries = ["RhpNewFast", "RhpNewArrayFast", "RhpNewPtrArrayFast", "RhpNewFinalizable", "uk_new", "uk_new_array"];

    public static IEnumerable<AllocationSite> Find(CallGraph code, IReadOnlyList<string> assemblies)
    {
        string[] prefixes = [.. assemblies.Select(assembly => assembly.Replace('.', '_') + "_")];
        bool IsTheirs(string function) => prefixes.Any(prefix => function.StartsWith(prefix, StringComparison.Ordinal));
        HashSet<ulong> allocator = [.. code.Functions
            .Where(function => s_entries.Contains(function.Value) || function.Value.StartsWith(Allocator, StringComparison.Ordinal))
            .Select(function => function.Key)];
        ILookup<string, CallSite> callers = code.Calls.Where(call => code.Functions.ContainsKey(call.Target)).ToLookup(call => code.Functions[call.Target]);

        var seen = new HashSet<string>();
        foreach (CallSite call in code.Calls.Where(call => allocator.Contains(call.Target) && !IsExempt(call)))
        {
            if (IsTheirs(call.Caller)) yield return new AllocationSite(call.Caller, call.Address, call.Type, null);
            else
                foreach (AllocationSite site in FromCallersOf(call.Caller, callers, seen, IsTheirs)) yield return site;
        }
    }

    private static bool IsExempt(CallSite call) =>
        call.Caller.StartsWith(Allocator, StringComparison.Ordinal) || call.Caller.StartsWith(Statics, StringComparison.Ordinal)
        || s_entries.Contains(call.Caller) || call.Type?.EndsWith("Exception", StringComparison.Ordinal) == true;

    /// <summary>The program's own calls that lead to a function, and the function itself where it is only called through a table.</summary>
    private static IEnumerable<AllocationSite> FromCallersOf(
        string allocating, ILookup<string, CallSite> callers, HashSet<string> seen, Func<string, bool> isTheirs)
    {
        if (!seen.Add(allocating)) yield break;
        var waiting = new Queue<string>([allocating]);
        bool any = false;
        while (waiting.TryDequeue(out string? function))
        {
            foreach (CallSite call in callers[function].Where(call => call.Caller != function))
            {
                any = true;
                if (isTheirs(call.Caller)) yield return new AllocationSite(call.Caller, call.Address, null, function);
                else if (seen.Add(call.Caller)) waiting.Enqueue(call.Caller);
            }
        }
        if (!any) yield return new AllocationSite(allocating, 0, null, "code through a table of methods");
    }
}
