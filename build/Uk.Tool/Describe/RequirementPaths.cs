// Why a library is in a program: the shortest way of requirements from what the application declares, or, for libraries
// that nothing in the composition requires, of assemblies that use one another from the application on.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;
using Uk.Tool.Names;

namespace Uk.Tool.Describe;

internal static class RequirementPaths
{
    private const int MostTypes = 3;

    /// <summary>Of each library that has one: the steps, from the application to the library.</summary>
    /// <param name="program">Null where there is no composition.</param>
    public static Dictionary<string, ImmutableArray<string>> Find(AssemblySet assemblies, ProgramDescription? program)
    {
        var paths = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal) { [assemblies.Program.Name] = ["the application"] };
        if (program is not null) AddComposed(paths, program);
        AddUsed(paths, assemblies);
        return paths;
    }

    /// <summary>As <see cref="Find"/> has it; what no assembly of the program is stands in every image.</summary>
    public static ImmutableArray<string> Of(string library, Dictionary<string, ImmutableArray<string>> paths) =>
        paths.TryGetValue(library, out ImmutableArray<string> path) ? path
        : library == "System.Private.CoreLib" ? ["System.* of every program"]
        : library.EndsWith(".S.o)", StringComparison.Ordinal) ? ["the platform's code in assembly"]
        : library.EndsWith(".o)", StringComparison.Ordinal) ? ["strings and tables that the compiler made for all"]
        : library.StartsWith('(') ? ["the image as a whole"]
        : [];

    // In the order of their lengths, so that the first path to a library is a shortest one.
    private static void AddComposed(Dictionary<string, ImmutableArray<string>> paths, ProgramDescription program)
    {
        Queue<(ComposedType Type, ImmutableArray<string> Path)> open = new(program.Roots().Select(root => (root.Type, ImmutableArray.Create(root.Label))));
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.Type.Identity)) continue;
            ImmutableArray<string> path = next.Path.Add(next.Type.Contract.Length == 0 ? next.Type.Name : $"{next.Type.Name} as {next.Type.Contract}");
            paths.TryAdd(next.Type.Library, path);
            foreach (ComposedType behind in next.Type.Behind) open.Enqueue((behind, path));
        }
    }

    private static void AddUsed(Dictionary<string, ImmutableArray<string>> paths, AssemblySet assemblies)
    {
        Dictionary<string, OpenAssembly> byName = assemblies.All.GroupBy(assembly => assembly.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Queue<string> open = new(paths.Keys);
        while (open.TryDequeue(out string? user))
        {
            if (!byName.TryGetValue(user, out OpenAssembly? assembly)) continue;
            foreach ((string library, string[] types) in UsedBy(assembly))
                if (byName.ContainsKey(library) && paths.TryAdd(library, paths[user].Add($"{library}, of which {user} uses {Few(types)}")))
                    open.Enqueue(library);
        }
    }

    private static IEnumerable<(string Library, string[] Types)> UsedBy(OpenAssembly assembly) => assembly.Metadata.TypeReferences
        .Select(handle => TypePath.Of(assembly.Metadata, handle))
        .Where(path => path.Assembly.Length != 0)
        .GroupBy(path => path.Assembly, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Select(path => path.SimpleName.Split('`')[0]).Distinct().Order(StringComparer.Ordinal).ToArray()));

    private static string Few(string[] types) =>
        string.Join(", ", types.Take(MostTypes)) + (types.Length > MostTypes ? $" and {types.Length - MostTypes} more" : "");
}
