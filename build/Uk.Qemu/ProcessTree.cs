using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Uk.Qemu;

/// <summary>Who has started whom, as Linux tells in /proc.</summary>
public static class ProcessTree
{
    /// <summary>Children, their children and so on, deepest first. A process that ends meanwhile may be among them.</summary>
    public static ImmutableArray<int> DescendantsOf(int processId)
    {
        ILookup<int, int> children = Directory.GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id != 0).ToLookup(ParentOf);
        var found = new List<int>();
        void Collect(int parent)
        {
            foreach (int child in children[parent])
            {
                Collect(child);
                found.Add(child);
            }
        }
        Collect(processId);
        return [.. found];
    }

    // proc(5): the fourth field; the second, in parentheses, may contain anything.
    private static int ParentOf(int processId)
    {
        try
        {
            string status = File.ReadAllText($"/proc/{processId}/stat");
            return int.Parse(status[(status.LastIndexOf(')') + 1)..].Split(' ')[2], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
