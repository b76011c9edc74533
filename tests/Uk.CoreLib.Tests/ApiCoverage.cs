// docs/api-coverage.md: what of .NET the core library has, by name, and what it lacks.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Uk.CoreLib.Tests;

internal static class ApiCoverage
{
    private const string Introduction = """
        # What of .NET an image has

        This page is generated from the core library and from .NET's reference assemblies: the tests fail when it is not
        current. What it names has .NET's signatures, and .NET's behaviour in the invariant culture, as far as the
        conformance suite in `tests/images/Conformance` shows. What it does not name is a build error in an image, never
        a wrong answer at run time. Namespaces that do not appear are absent. Types marked "from" are .NET's own: images
        take that assembly as it is. A member of theirs that needs more of .NET than is named here is a build error.

        Where behaviour is less than .NET's:

        - Strings are compared and searched by ordinal, as .NET does in invariant mode (`InvariantGlobalization`).
          Changing or ignoring case covers every character that .NET maps, except those beyond U+FFFF.
        - There are no time zones: local time is UTC.
        - `Math` and `MathF` round to the nearest value, where .NET's may be off by one in the last place.
        - All text is in the invariant culture; a format provider is asked for an `ICustomFormatter`, and handed on.
        - Hash codes of strings, tuples and `HashCode` are the same in every run.
        - There is no reflection beyond names: of types, enums and methods. The parameters of a generic definition are not
          known, so `typeof(List<>)` has neither `GetGenericArguments` nor the T that .NET shows in `ToString`. Types that are
          elsewhere in .NET are in System.Private.CoreLib here, by their assembly-qualified names too. `Enum.GetValues(Type)`
          gives objects where the program has no arrays of the enum.
        - Stack traces have no files and lines, and methods that the compiler inlined are not in them. They are in an image
          whose code asks for them (`UkStackTraces`); elsewhere `StackTrace` is null.
        - Threads cannot be started. Tasks share the core with whoever waits: code between two waits runs alone, `Wait`,
          `Result` and blocking calls run other tasks meanwhile, and one that nothing can end throws
          `InvalidOperationException`.
        - Of System.Text.Json images have `Utf8JsonReader`, `Utf8JsonWriter` and `JsonDocument`; `JsonNode` and `JsonSerializer` need
          types of reflection and are errors of the build.
        - The `TypeInitializationException` of a static constructor that throws does not know the type's name, as in .NET's own
          native images.
        - A task with `AttachedToParent` throws `PlatformNotSupportedException`.

        """;

    public static string Write()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        IEnumerable<string> namespaces = ApiSurface.References.Values.Where(IsPresent).Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal);
        text.Append("\n| Namespace | Types | Members |\n|---|---:|---:|\n");
        var sections = new StringBuilder();
        foreach (string space in namespaces) WriteNamespace(space, text, sections);
        return text.Append(sections).ToString();
    }

    private static void WriteNamespace(string space, StringBuilder table, StringBuilder sections)
    {
        ApiType[] all = [.. ApiSurface.References.Values.Where(type => type.Namespace == space).OrderBy(type => type.Name, StringComparer.Ordinal)];
        ApiType[] present = [.. all.Where(IsPresent)];
        int members = present.Sum(type => Names(type, isPresent: true).Length);
        int possible = all.Sum(type => Displayed(type).Length);
        table.Append($"| {space} | {present.Length} of {all.Length} | {members} of {possible} |\n");

        sections.Append($"\n## {space}\n");
        foreach (ApiType type in present)
        {
            string[] has = Names(type, isPresent: true), lacks = Names(type, isPresent: false);
            sections.Append($"\n### {Plain(type.Name[(space.Length + 1)..])}\n\n");
            if (StockAssembly(type) is { } stock) sections.Append($"From {stock}.\n");
            else if (lacks.Length == 0) sections.Append("Complete.\n");
            else
            {
                if (has.Length != 0) sections.Append($"Has {string.Join(", ", has.Select(Code))}.\n");
                sections.Append($"{(has.Length != 0 ? "\n" : "")}Lacks {string.Join(", ", lacks.Select(Code))}.\n");
            }
        }
        string[] absent = [.. all.Except(present).Select(type => Code(Plain(type.Name[(space.Length + 1)..])))];
        if (absent.Length != 0) sections.Append($"\n### Not there\n\n{string.Join(", ", absent)}.\n");
    }

    private static bool IsPresent(ApiType type) =>
        ApiSurface.CoreLib.ContainsKey(type.Name) || ApiSurface.Stock.ContainsKey(type.Name);

    /// <summary>The assembly of .NET that the type comes from, or null where the core library has its own.</summary>
    private static string? StockAssembly(ApiType type) =>
        ApiSurface.CoreLib.ContainsKey(type.Name) ? null : ApiSurface.Stock.GetValueOrDefault(type.Name);

    /// <summary>A delegate is its type: every one has the same members.</summary>
    private static string[] Displayed(ApiType type) => type.Shape == "delegate" ? [] : [.. type.Members.Select(member => member.Display).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The members that images have or lack. A property without its setter is there.</summary>
    private static string[] Names(ApiType reference, bool isPresent)
    {
        if (StockAssembly(reference) is not null) return isPresent ? Displayed(reference) : [];
        if (!ApiSurface.CoreLib.TryGetValue(reference.Name, out ApiType? type)) return [];
        HashSet<string> shown = [.. type.Members.Select(member => member.Display)];
        return [.. Displayed(reference).Where(name => shown.Contains(name) == isPresent)];
    }

    private static string Code(string name) => $"`{name}`";

    /// <summary>Without the arity that metadata writes behind names.</summary>
    private static string Plain(string name) => System.Text.RegularExpressions.Regex.Replace(name, "`([0-9]+)", match =>
        "<" + new string(',', int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1) + ">").Replace('+', '.');
}
