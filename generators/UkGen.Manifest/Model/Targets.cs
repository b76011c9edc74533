using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen;

/// <summary>The values of <c>Uk.UkTargets</c>.</summary>
[Flags]
public enum Targets
{
    None = 0,
    Host = 1,
    Kvm = 2,
    Linux = 4,
    All = Host | Kvm | Linux,
}

public static class TargetNames
{
    private static readonly Targets[] s_each = [Targets.Host, Targets.Kvm, Targets.Linux];

    /// <summary>
    /// The target that a value of the MSBuild property <c>UkTarget</c> means; None for an unknown one.
    /// </summary>
    public static Targets Parse(string? property) => property switch
    {
        null or "" or "host" => Targets.Host,
        "kvm" => Targets.Kvm,
        "linux" => Targets.Linux,
        _ => Targets.None,
    };

    /// <summary>As in a message: "host", "kvm and linux".</summary>
    public static string Words(this Targets targets)
    {
        List<string> words =
            s_each.Where(t => (targets & t) != 0).Select(t => t.ToString().ToLowerInvariant()).ToList();
        return words.Count switch
        {
            0 => "no target",
            1 => words[0],
            _ => string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1],
        };
    }

    /// <summary>As in code: "UkTargets.Kvm | UkTargets.Linux".</summary>
    public static string Code(this Targets targets)
    {
        if (targets == Targets.All) return "UkTargets.All";
        List<string> names = s_each.Where(t => (targets & t) != 0).Select(t => "UkTargets." + t).ToList();
        return names.Count == 0 ? "default" : string.Join(" | ", names);
    }
}
