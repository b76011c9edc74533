using System.Collections.Generic;
using System.Linq;

namespace Uk.Package.Tests;

/// <summary>
/// One choice of a template's options, and the project that is made with it. Sensible are all combinations of target, ports and
/// heap that a template has, but for a program with ports and no heap at all, which the template gives one. Those for kvm have
/// tests and the others have none: the sources are the same for every target, which a test holds, so that the other half of the
/// combinations would build the same again.
/// </summary>
public sealed record Combination(string Template, int Ports, string Heap, string Target)
{
    private static readonly (string Template, int[] Ports, string[] Heaps)[] s_templates =
    [
        ("uk-app", [0], ["bump", "collected", "none"]),
        ("uk-app", [1, 2], ["bump", "collected"]),
        ("uk-ping", [1], ["bump", "collected"]),
        ("uk-l2fwd", [1, 2], ["bump", "collected"]),
        ("uk-firewall", [2], ["bump", "collected"]),
        ("uk-keyvalue", [1], ["bump", "collected"]),
    ];

    public static readonly string[] Targets = ["kvm", "linux", "host"];

    /// <summary>All but the targets.</summary>
    public static IEnumerable<Combination> Programs =>
        from template in s_templates
        from ports in template.Ports
        from heap in template.Heaps
        select new Combination(template.Template, ports, heap, "kvm");

    public static IEnumerable<Combination> All => Programs.SelectMany(program => Targets.Select(target => program with { Target = target }));

    public bool HasTests => Target == "kvm";

    /// <summary>Of the project and its folder.</summary>
    public string Name => $"{Template[3..]}-{Ports}-{Heap}-{Target}";

    /// <summary>What makes it.</summary>
    public string New => $"dotnet new {Template} -n {Name} --ports {Ports} --gc {Heap} --target {Target} --tests {(HasTests ? "true" : "false")}";

    /// <summary>Of the program, where it runs as a process: the template's captures.</summary>
    public IEnumerable<string> Arguments(string output) => Enumerable.Range(0, Ports).Select(port => $"--port{port}=pcap:captures/in{port}.pcap,{output}{port}.pcap");
}
