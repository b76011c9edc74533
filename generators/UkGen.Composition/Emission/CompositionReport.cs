// The composition as text: the comment on top of the emitted files.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace UkGen.Composition;

internal static class CompositionReport
{
    /// <summary>Target, parts with what stands behind them, order of initialisation, memory map.</summary>
    public static IEnumerable<string> Write(CompositionModel composition)
    {
        yield return "Written by UkGen.Composition from the attributes of the application. To change it, change those.";
        if (!composition.IsComplete)
        {
            yield return "The composition has errors: only the surface of its parts is here.";
            yield break;
        }
        yield return "";
        yield return "Target: " + composition.Target.Words();
        foreach (string line in Parts(composition)) yield return line;
        if (composition.InitializationOrder.Count > 0)
        {
            yield return "";
            yield return "Brought up, in this order:";
            foreach (TypeNode node in composition.InitializationOrder) yield return "  " + TypeText.Short(node.Text);
        }
        foreach (string line in Memory(composition.Memory)) yield return line;
    }

    /// <summary>One part: its attribute and what stands behind it.</summary>
    public static IEnumerable<string> Write(PartComposition part)
    {
        yield return "Written by UkGen.Composition: the other half of the part " + part.Part.Label + ".";
        if (part.Provider is null) yield break;
        yield return "";
        foreach (string line in Tree(part.Provider, "", "")) yield return line;
    }

    private static IEnumerable<string> Parts(CompositionModel composition)
    {
        foreach (PartComposition part in composition.Parts)
        {
            yield return "";
            yield return part.Part.Label + ": " + part.Part.Kind + Arguments(part.Part);
            if (part.Provider is null) continue;
            foreach (string line in Tree(part.Provider, "  ", "  ")) yield return line;
        }
        if (composition.Scheduler is null) yield break;
        yield return "";
        yield return "Scheduler";
        foreach (string line in Tree(composition.Scheduler, "  ", "  ")) yield return line;
    }

    private static string Arguments(PartModel part) =>
        part.Settings.Count == 0
            ? ""
            : " (" + string.Join(", ", part.Settings.Select(s => s.Property.Name + " = " + TypeText.Short(s.Value.Code))) + ")";

    private static IEnumerable<string> Tree(TypeNode node, string first, string rest)
    {
        yield return first + TypeText.Short(node.Name);
        // Options are constants: nothing stands behind them.
        List<TypeNode> behind = node.Arguments.Where(a => a.Kind != NodeKind.Options).ToList();
        for (int i = 0; i < behind.Count; i++)
        {
            bool isLast = i == behind.Count - 1;
            foreach (string line in Tree(behind[i], rest + (isLast ? "└─ " : "├─ "), rest + (isLast ? "   " : "│  ")))
                yield return line;
        }
    }

    private static IEnumerable<string> Memory(MemoryMapModel memory)
    {
        if (memory.Regions.Count == 0) yield break;
        int width = memory.Regions.Max(r => r.Part.Length);
        yield return "";
        if (memory.ArenaBytes > 0)
            yield return "Arena of " + Phrases.Bytes(memory.ArenaBytes) + ", aligned to " + Phrases.Bytes(memory.AlignmentBytes) + ":";
        foreach (RegionModel region in memory.Regions.Where(r => r.At == 0)) yield return "  +" + Row(region, region.OffsetBytes, width);
        List<RegionModel> placed = memory.Regions.Where(r => r.At != 0).OrderBy(r => r.At).ToList();
        if (placed.Count == 0) yield break;
        yield return "At fixed addresses:";
        foreach (RegionModel region in placed) yield return "   " + Row(region, region.At, width);
    }

    private static string Row(RegionModel region, long start, int width) =>
        string.Format(CultureInfo.InvariantCulture, "{0}  {1}  {2} in pages of {3}",
            Phrases.Hex(start), region.Part.PadRight(width), Phrases.Bytes(region.LengthBytes), Phrases.Bytes(region.PageBytes));
}
