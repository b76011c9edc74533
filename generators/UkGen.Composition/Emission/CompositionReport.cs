// The composition as text: the comment on top of the emitted files.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace UkGen.Composition;

internal static class CompositionReport
{
    private const int LineLength = 110;

    /// <summary>Target, parts with what stands behind them, order of initialisation, memory map.</summary>
    public static IEnumerable<string> Write(CompositionModel composition, IEnumerable<string> libraries)
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
        foreach (string line in Order(libraries)) yield return line;
        foreach (string line in Memory(composition.Memory)) yield return line;
    }

    /// <summary>One part: its attribute and what stands behind it.</summary>
    public static IEnumerable<string> Write(PartComposition part)
    {
        yield return "Written by UkGen.Composition: the other half of the part " + part.Part.Label + ".";
        if (part.Provider is null) yield break;
        yield return "";
        foreach (string line in Tree(part.Provider, "", "", [])) yield return line;
    }

    /// <summary>The libraries in the order in which they are brought up, as a paragraph.</summary>
    private static IEnumerable<string> Order(IEnumerable<string> libraries)
    {
        string line = "";
        foreach (string library in libraries)
        {
            if (line.Length == 0)
            {
                yield return "";
                yield return "Brought up, in this order:";
                line = " ";
            }
            else if (line.Length + library.Length > LineLength)
            {
                yield return line + ",";
                line = " ";
            }
            line += (line == " " ? " " : ", ") + library;
        }
        if (line.Length > 0) yield return line;
    }

    private static IEnumerable<string> Parts(CompositionModel composition)
    {
        HashSet<string> shown = new(System.StringComparer.Ordinal);
        foreach (PartComposition part in composition.Parts)
        {
            yield return "";
            yield return part.Part.Label + ": " + part.Part.Kind + Arguments(part.Part);
            if (part.Provider is null) continue;
            foreach (string line in Tree(part.Provider, "  ", "  ", shown)) yield return line;
        }
        if (composition.Scheduler is null) yield break;
        yield return "";
        yield return "Scheduler";
        foreach (string line in Tree(composition.Scheduler, "  ", "  ", shown)) yield return line;
    }

    private static string Arguments(PartModel part) =>
        part.Settings.Count == 0
            ? ""
            : " (" + string.Join(", ",
                part.Settings.Select(s => s.Property.Name + " = " + TypeText.Short(s.Value.Code))) + ")";

    /// <summary>A type and what it is closed over; what is shown once already is not unfolded again.</summary>
    private static IEnumerable<string> Tree(TypeNode node, string first, string rest, HashSet<string> shown)
    {
        // Options are constants: nothing stands behind them.
        List<TypeNode> behind = node.Arguments.Where(a => a.Kind != NodeKind.Options).Distinct().ToList();
        bool isKnown = behind.Count > 0 && !shown.Add(node.Text);
        yield return first + TypeText.Short(node.Name) + (isKnown ? " …" : "");
        if (isKnown) yield break;
        for (int i = 0; i < behind.Count; i++)
        {
            bool isLast = i == behind.Count - 1;
            string branch = rest + (isLast ? "└─ " : "├─ ");
            string below = rest + (isLast ? "   " : "│  ");
            foreach (string line in Tree(behind[i], branch, below, shown)) yield return line;
        }
    }

    private static IEnumerable<string> Memory(MemoryMapModel memory)
    {
        if (memory.Regions.Count == 0) yield break;
        int width = memory.Regions.Max(r => r.Part.Length);
        yield return "";
        if (memory.ArenaBytes > 0)
            yield return "Arena of " + Phrases.Bytes(memory.ArenaBytes) + ", aligned to "
                + Phrases.Bytes(memory.AlignmentBytes) + ":";
        foreach (RegionModel region in memory.Regions.Where(r => r.At == 0))
            yield return "  +" + Row(region, region.OffsetBytes, width);
        List<RegionModel> placed = memory.Regions.Where(r => r.At != 0).OrderBy(r => r.At).ToList();
        if (placed.Count == 0) yield break;
        yield return "At fixed addresses:";
        foreach (RegionModel region in placed) yield return "   " + Row(region, region.At, width);
    }

    private static string Row(RegionModel region, long start, int width) =>
        string.Format(CultureInfo.InvariantCulture, "{0}  {1}  {2} in pages of {3}",
            Phrases.Hex(start), region.Part.PadRight(width), Phrases.Bytes(region.LengthBytes),
            Phrases.Bytes(region.PageBytes));
}
