// Writes the composition into the assembly, as attributes: what `uk describe` and reports read. The comment in
// Composition.g.cs says the same to people.

using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace UkGen.Composition;

internal static class DescriptionEmitter
{
    public const string HintName = "Description.g.cs";

    /// <summary>Of a complete composition with content.</summary>
    public static string Emit(CompositionModel composition)
    {
        IndentedWriter writer = new();
        CompositionEmitter.Header(writer,
            ["Written by UkGen.Composition: what this program is composed of, for `uk describe` and the report of its image."]);
        Program(writer, composition);
        foreach (PartComposition part in composition.Parts.Where(p => p.Provider is not null)) Part(writer, part);
        foreach (OptionsModel options in composition.Options) Options(writer, options);
        foreach (RegionModel region in composition.Memory.Regions) Region(writer, region);
        return writer.ToString();
    }

    private static void Program(IndentedWriter writer, CompositionModel composition)
    {
        List<string> lines = [string.Join(" | ", composition.Target.Code().Split('|').Select(t => "global::Uk." + t.Trim()))];
        if (composition.Scheduler is { } scheduler) lines.Add("Scheduler = " + TypeOf(scheduler.Text));
        AddList(lines, "InitializationOrder", composition.InitializationOrder.Select(n => TypeOf(n.Text)));
        if (composition.Lcores is { } lcores) AddList(lines, "Loops", lcores.Loops.Select(l => Literal(l.Label)));
        if (composition.Memory.ArenaBytes > 0)
        {
            lines.Add("ArenaBytes = " + ConstantParser.IntegerCode(composition.Memory.ArenaBytes));
            lines.Add("ArenaAlignment = " + ConstantParser.IntegerCode(composition.Memory.AlignmentBytes));
        }
        Attribute(writer, "ComposedProgram", lines);
    }

    private static void Part(IndentedWriter writer, PartComposition part)
    {
        List<string> lines =
        [
            TypeOf(part.Part.Type),
            Literal(part.Part.Kind),
            TypeOf(part.Part.Contract.Type),
            TypeOf(part.Part.Options.Type),
            TypeOf(part.Provider!.Text),
        ];
        AddList(lines, "Settings", part.Settings.Select(Text));
        Attribute(writer, "ComposedPart", lines);
    }

    private static void Options(IndentedWriter writer, OptionsModel options)
    {
        List<string> lines = [TypeOf(options.Contract.Type)];
        if (options.OwnerType.Length > 0) lines.Add("Part = " + TypeOf(options.OwnerType));
        AddList(lines, "Settings", options.Settings.Select(Text));
        Attribute(writer, "ComposedOptions", lines);
    }

    private static void Region(IndentedWriter writer, RegionModel region)
    {
        List<string> lines =
        [
            Literal(region.Part),
            Phrases.Hex(region.At == 0 ? region.OffsetBytes : region.At),
            ConstantParser.IntegerCode(region.LengthBytes),
            ConstantParser.IntegerCode(region.PageBytes),
        ];
        if (region.At != 0) lines.Add("IsFixed = true");
        Attribute(writer, "ComposedRegion", lines);
    }

    private static void Attribute(IndentedWriter writer, string name, List<string> arguments)
    {
        writer.Line("[assembly: global::Uk." + name + "(");
        writer.Line("    " + string.Join(",\n    ", arguments) + ")]");
    }

    private static void AddList(List<string> lines, string name, IEnumerable<string> items)
    {
        List<string> all = items.ToList();
        if (all.Count > 0) lines.Add(name + " =\n    [\n        " + string.Join(",\n        ", all) + ",\n    ]");
    }

    private static string Text(SettingModel setting) =>
        Literal(setting.Property.Name + " = " + TypeText.Short(setting.Value.Code));

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>An attribute of the assembly stands outside of all namespaces, and before any import could help.</summary>
    private static string TypeOf(string typeText) =>
        "typeof(" + TypeText.Replace(typeText, (ns, name) => "global::" + (ns.Length == 0 ? "" : ns + ".") + name) + ")";
}
