// Programs are compiled against .NET's reference assemblies and run on the core library: what it shows to them must be
// a part of what the reference assemblies promise.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Xunit;

namespace Uk.CoreLib.Tests;

public sealed class ApiCompatibilityTests
{
    [Fact]
    public void Every_type_and_member_is_one_of_NET()
    {
        Dictionary<string, ApiType> references = ApiSurface.References;
        var differences = new List<string>();
        foreach (ApiType type in ApiSurface.CoreLib.Values.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (references.TryGetValue(type.Name, out ApiType? reference)) Compare(type, reference, differences);
            else differences.Add($"{type.Name}: .NET has no such type");
        }
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n" + string.Join("\n", differences));
    }

    [Fact]
    public void The_core_library_shows_only_System() =>
        Assert.DoesNotContain(ApiSurface.CoreLib.Values, type => type.Namespace != "System" && !type.Namespace.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>A comparison that finds nothing in nothing would always pass.</summary>
    [Fact]
    public void Both_sides_are_read()
    {
        Assert.Contains(ApiSurface.CoreLib["System.String"].Members, member => member.Signature == "get_Length() : System.Int32");
        Assert.True(ApiSurface.References.Count > 2000);
        Assert.Equal("<0:, 0:>", ApiSurface.References["System.Collections.Generic.Dictionary`2"].Generics.Replace("32", "0"));
    }

    private static void Compare(ApiType type, ApiType reference, List<string> differences)
    {
        if (type.Shape != reference.Shape) differences.Add($"{type.Name}: is a {type.Shape}, on .NET a {reference.Shape}");
        if (type.Base != reference.Base) differences.Add($"{type.Name}: derives from {type.Base}, on .NET from {reference.Base}");
        if (type.Generics != reference.Generics) differences.Add($"{type.Name}: parameters {type.Generics}, on .NET {reference.Generics}");
        foreach (string @interface in type.Interfaces.Where(name => IsShown(name) && !reference.Interfaces.Contains(name)))
            differences.Add($"{type.Name}: implements {@interface}, not on .NET");
        ILookup<string, ApiMember> members = reference.Members.ToLookup(member => member.Signature);
        foreach (ApiMember member in type.Members)
        {
            ApiMember? counterpart = members[member.Signature].FirstOrDefault();
            if (counterpart is null)
            {
                if (!(member.IsOverride && IsInherited(member, reference))) differences.Add($"{type.Name}: {member.Signature} is not on .NET");
            }
            else if (counterpart.Modifiers != member.Modifiers)
                differences.Add($"{type.Name}: {member.Signature} is '{member.Modifiers}', on .NET '{counterpart.Modifiers}'");
        }
        // An implementor of an interface, or of an abstract class, must be asked for exactly what .NET asks for.
        foreach (ApiMember missing in reference.Members.Where(member => type.Shape == "interface" || member.Modifiers.Contains("abstract")))
            if (type.Members.All(member => member.Signature != missing.Signature) && AsksForMore.Contains(type.Name) == false)
                differences.Add($"{type.Name}: lacks {missing.Signature}, which implementors have");
    }

    /// <summary>Abstract types of which the core library has less, because programs do not derive from them.</summary>
    private static readonly HashSet<string> AsksForMore = new(StringComparer.Ordinal)
    {
        "System.Type", "System.Reflection.MemberInfo", "System.Text.EncoderFallback", "System.Text.DecoderFallback",
    };

    /// <summary>Programs cannot name an internal interface.</summary>
    private static bool IsShown(string @interface) => ApiSurface.CoreLib.ContainsKey(@interface.Split('<')[0]);

    private static bool IsInherited(ApiMember member, ApiType reference)
    {
        for (string name = reference.Base; name.Length != 0; name = ApiSurface.References[name].Base)
        {
            int arguments = name.IndexOf('<');
            if (arguments >= 0) name = name[..arguments];
            if (ApiSurface.References[name].Members.Any(inherited => inherited.Signature == member.Signature)) return true;
        }
        return false;
    }
}

/// <summary>The two sides, each read once.</summary>
internal static class ApiSurface
{
    private static readonly Lazy<Dictionary<string, ApiType>> s_coreLib = new(() => ApiReader.Read([BuiltPaths.CoreLib]));
    private static readonly Lazy<Dictionary<string, ApiType>> s_references =
        new(() => ApiReader.Read(Directory.EnumerateFiles(BuiltPaths.References, "*.dll").Order(StringComparer.Ordinal)));

    public static Dictionary<string, ApiType> CoreLib => s_coreLib.Value;
    public static Dictionary<string, ApiType> References => s_references.Value;

    private static readonly Lazy<Dictionary<string, string>> s_stock = new(ReadStock);

    /// <summary>The types of .NET's assemblies that images take as they are, with the assembly of each.</summary>
    public static Dictionary<string, string> Stock => s_stock.Value;

    private static Dictionary<string, string> ReadStock()
    {
        XElement targets = XElement.Load(Path.Combine(Repository.Root, "build/Uk.Sdk/Sdk/Stock.targets"));
        IEnumerable<string> assemblies = targets.Descendants("UkStockAssembly").Attributes("Include").SelectMany(include => include.Value.Split(';'));
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string assembly in assemblies)
            foreach (string type in ApiReader.Read([Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), assembly + ".dll")]).Keys)
                types.TryAdd(type, assembly);
        return types;
    }
}
