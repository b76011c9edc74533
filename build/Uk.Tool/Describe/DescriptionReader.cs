// Reads what the composition generator wrote into a program's assembly, and the manifests of the libraries beside it,
// which say what each type argument stands for.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Uk.Tool.Describe;

internal sealed class DescriptionReader
{
    // Types of a composition are closed over one another many times.
    private static readonly TypeNameParseOptions s_parsing = new() { MaxNodes = 1_000_000 };

    private readonly AssemblySet _assemblies;
    private readonly OptionDefaults _defaults;
    private readonly Dictionary<string, ImmutableArray<string>> _requirements = new(StringComparer.Ordinal);

    private DescriptionReader(AssemblySet assemblies)
    {
        _assemblies = assemblies;
        _defaults = new OptionDefaults(assemblies);
        foreach (OpenAssembly assembly in assemblies.All)
            foreach (AttributeArguments manifest in assembly.Attributes("Uk.LibraryManifestAttribute"))
                _requirements.TryAdd(Parse(manifest.Text(0)).FullName, [.. manifest.Texts("Requires").Select(type => Parse(type).FullName)]);
    }

    /// <summary>Null for a program without a composition.</summary>
    /// <exception cref="BadImageFormatException">The attributes are not what the composition writes.</exception>
    public static ProgramDescription? Read(AssemblySet assemblies)
    {
        try
        {
            AttributeArguments[] program = [.. assemblies.Program.Attributes("Uk.ComposedProgramAttribute")];
            return program.Length == 0 ? null : new DescriptionReader(assemblies).Describe(program[0]);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new BadImageFormatException($"the description of the composition in {assemblies.Program.Name} cannot be read: {e.Message}", e);
        }
    }

    private ProgramDescription Describe(AttributeArguments program) => new(
        _assemblies.Program.Name,
        TargetOf(program.Number(0)),
        [.. _assemblies.Program.Attributes("Uk.ComposedPartAttribute").Select(Part)],
        program.Text("Scheduler") is { } scheduler ? Closed(Parse(scheduler), "IScheduler") : null,
        [.. program.Texts("InitializationOrder").Select(type => Closed(Parse(type), ""))],
        program.Texts("Loops"),
        [.. Options()],
        [.. _assemblies.Program.Attributes("Uk.ComposedRegionAttribute").Select(Region)],
        program.Number("ArenaBytes") ?? 0,
        program.Number("ArenaAlignment") ?? 0);

    private ComposedPart Part(AttributeArguments part)
    {
        TypeName type = Parse(part.Text(0)), options = Parse(part.Text(3));
        return new ComposedPart(Short(type), type.FullName, part.Text(1), Closed(Parse(part.Text(4)), Short(Parse(part.Text(2)))),
            new OptionGroup(Short(type), Short(options), _defaults.Of(options.FullName, part.Texts("Settings"), AttributeOf(options, part.Text(1)))));
    }

    /// <summary>It stands beside the contract of the options.</summary>
    private static string AttributeOf(TypeName options, string kind) => options.FullName[..(options.FullName.LastIndexOf('.') + 1)] + kind + "Attribute";

    private IEnumerable<OptionGroup> Options() => _assemblies.Program.Attributes("Uk.ComposedOptionsAttribute").Select(options =>
    {
        TypeName contract = Parse(options.Text(0));
        string owner = Short(contract)[1..] + (options.Text("Part") is { } part ? " of " + Short(Parse(part)) : "");
        return new OptionGroup(owner, Short(contract), _defaults.Of(contract.FullName, options.Texts("Settings")));
    });

    private static ComposedRegion Region(AttributeArguments region) =>
        new(region.Text(0), region.Number(1), region.Number(2), region.Number(3), region.IsTrue("IsFixed"));

    private const string DeviceTable = "Uk.Bus.IDeviceTable";

    /// <summary>Structs of options and tables of devices are constants: nothing stands behind them, and they are left out.</summary>
    private ComposedType Closed(TypeName type, string contract)
    {
        TypeName definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        var behind = ImmutableArray.CreateBuilder<ComposedType>();
        if (type.IsConstructedGenericType)
        {
            ImmutableArray<TypeName> arguments = type.GetGenericArguments();
            // A combinator has no manifest: each of its arguments stands for what it stands for itself.
            bool isKnown = _requirements.TryGetValue(definition.FullName, out ImmutableArray<string> contracts) && contracts.Length == arguments.Length;
            for (int i = 0; i < arguments.Length; i++)
                if (!isKnown || (!_defaults.IsOptions(contracts[i]) && contracts[i] != DeviceTable)) behind.Add(Closed(arguments[i], isKnown ? Short(Parse(contracts[i])) : contract));
        }
        return new ComposedType(Short(definition), definition.FullName, definition.AssemblyName?.Name ?? _assemblies.Program.Name, contract, behind.ToImmutable());
    }

    private static TypeName Parse(string serialized) => TypeName.Parse(serialized, s_parsing);

    private static string Short(TypeName type)
    {
        string name = type.FullName[(type.FullName.LastIndexOf('.') + 1)..].Replace('+', '.');
        int arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    private static string TargetOf(long target) => target switch { 2 => "kvm", 4 => "linux", _ => "host" };
}
