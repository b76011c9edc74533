// With which arguments generic virtual methods are called, and which methods may answer: those with the same name and as many
// parameters. More than .NET would take, and never fewer. ECMA-335, II.10.3 (overriding).

using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Uk.Tool.GenericVirtual;

internal sealed class SlotCalls
{
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<TypeReference>>> _calls = new(StringComparer.Ordinal);
    private readonly ILookup<string, MethodDefinition> _answers;

    public SlotCalls(IEnumerable<TypeDefinition> types) => _answers = types.SelectMany(type => type.Methods)
        .Where(method => method.HasGenericParameters && method.HasBody)
        .SelectMany(Keys, (method, key) => (Method: method, Key: key)).ToLookup(pair => pair.Key, pair => pair.Method, StringComparer.Ordinal);

    /// <returns>Whether the call is new.</returns>
    public bool Add(MethodDefinition slot, IReadOnlyList<TypeReference> arguments)
    {
        string key = Key(slot.Name, slot);
        if (!_calls.TryGetValue(key, out Dictionary<string, IReadOnlyList<TypeReference>>? known)) _calls.Add(key, known = new(StringComparer.Ordinal));
        return known.TryAdd(string.Join(',', arguments.Select(Signatures.Key)), arguments);
    }

    /// <summary>The methods that may answer a call of the slot.</summary>
    public IEnumerable<MethodDefinition> Answers(MethodDefinition slot) => _answers[Key(slot.Name, slot)];

    /// <summary>What a method may be called with, as far as is known.</summary>
    public IEnumerable<IReadOnlyList<TypeReference>> Of(MethodDefinition method) => !method.HasGenericParameters ? [] :
        Keys(method).SelectMany(key => _calls.TryGetValue(key, out Dictionary<string, IReadOnlyList<TypeReference>>? known) ? [.. known.Values] : Array.Empty<IReadOnlyList<TypeReference>>());

    private static IEnumerable<string> Keys(MethodDefinition method) =>
        method.Overrides.Select(target => target.Name).Append(method.Name).Distinct(StringComparer.Ordinal).Select(name => Key(name, method));

    private static string Key(string name, MethodDefinition method) => $"{name}`{method.GenericParameters.Count}({method.Parameters.Count})";
}
