// Turns what an application and its libraries say into one composition. A pure function over models: the generator and
// the analyzer call it with the same input; the former emits the result, the latter reports the findings.
//
// This file walks the parts and closes libraries over their requirements; Resolver.Providers.cs chooses among
// libraries and parts, Resolver.Options.cs makes the structs of options, Resolver.Devices.cs the tables of devices, Resolver.Checks.cs finds choices and options
// without effect, MemoryLayout.cs places regions, InitializationOrder.cs orders.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed partial class Resolver
{
    private readonly ApplicationModel _application;
    private readonly Targets _target;
    private readonly List<PartModel> _parts;
    private readonly Dictionary<string, PartModel> _partsByName;
    private readonly HashSet<string> _combinators;
    private readonly MemoryLayout _memory;
    private readonly List<LcoreModel> _lcores;
    private readonly List<Finding> _findings = [];

    // Where the walk stands: the part in whose name libraries are chosen, the place to report at, and the libraries
    // from the root to here.
    private PartModel? _part;
    private string _place = "";
    private string _root = "";
    private readonly List<LibraryModel> _stack = [];
    private readonly Dictionary<string, TypeNode> _filled = new(StringComparer.Ordinal);

    private Resolver(ApplicationModel application)
    {
        _application = application;
        _target = application.Settings.Target;
        _parts = application.Parts.OrderBy(p => p.FullName, StringComparer.Ordinal).ToList();
        _partsByName = new Dictionary<string, PartModel>(StringComparer.Ordinal);
        foreach (PartModel part in _parts) _partsByName[part.FullName] = part;
        IEnumerable<ContractModel> contracts =
            application.Libraries.SelectMany(l => l.Requires).Concat(_parts.Select(p => p.Contract));
        _combinators =
            new HashSet<string>(contracts.Select(c => c.Combinator?.Type).OfType<string>(), StringComparer.Ordinal);
        _lcores = application.Lcores.Where(l => l.Findings.Count == 0).OrderBy(l => l.Id)
            .ThenBy(l => l.Place, StringComparer.Ordinal).ToList();
        _memory = new MemoryLayout(_parts, application.Assembly.MachineMemory);
    }

    public static CompositionModel Resolve(ApplicationModel application, out EquatableArray<Finding> findings)
    {
        findings = default;
        if (!application.Settings.IsOn) return CompositionModel.Nothing;
        Resolver resolver = new(application);
        CompositionModel model = resolver.Resolve();
        findings = resolver._findings.ToEquatableArray();
        return model;
    }

    private CompositionModel Resolve()
    {
        _findings.AddRange(_application.Assembly.Findings);
        _findings.AddRange(_parts.SelectMany(p => p.Findings));
        _findings.AddRange(_memory.Findings);
        CheckParts();
        CheckLcores();
        if (_target == Targets.None) Report(Diagnostics.UnknownTarget, "", _application.Settings.TargetText);
        List<PartComposition> parts = _parts.Select(Compose).ToList();
        TypeNode? scheduler = ComposeScheduler();
        (TypeNode? processors, TypeNode? lcores) = ComposeLcores();
        InitializationOrder order = new(parts, scheduler);
        _findings.AddRange(order.Findings);
        CheckChoices();
        // Without a complete composition nobody knows which options it would have had.
        if (_findings.Count == 0) CheckOptions();
        EntryKind entry = Entry(order.Libraries.Count > 0 || _findings.Count > 0);
        return new CompositionModel(
            _target,
            _findings.Count == 0,
            parts.ToEquatableArray(),
            scheduler,
            _optionsStructs.Values.OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            order.Libraries.ToEquatableArray(),
            _tables.Values.Select(t => t.Model).ToEquatableArray(),
            _memory.Map,
            entry,
            entry == EntryKind.Main ? new LcoresModel(Loops().ToEquatableArray(), processors, lcores) : null);
    }

    private PartComposition Compose(PartModel part)
    {
        if (NeedsUnsafe(part)) part = part with { CanBeFilledIn = false };
        if (_target == Targets.None) return new PartComposition(part, null, default);
        _part = part;
        _place = part.Place;
        _root = part.Label;
        TypeNode? provider = FromLibraries(part.Contract, requester: null);
        return new PartComposition(part, provider, PartSettings(part).ToEquatableArray());
    }

    /// <summary>
    /// The scheduler is a root of its own where the application chooses one, or where it has a loop and a library
    /// offers to schedule it.
    /// </summary>
    private TypeNode? ComposeScheduler()
    {
        LcoreModel? lcore = _lcores.FirstOrDefault();
        ChoiceModel? choice = _application.Assembly.Scheduler;
        bool isOffered = Able(KnownTypes.IScheduler, requester: null).Any();
        if (_target == Targets.None || (choice is null && (lcore is null || !isOffered))) return null;
        _part = null;
        _place = choice?.Place ?? lcore!.Place;
        _root = choice is not null ? "the application" : lcore!.Label;
        return FromLibraries(SchedulerContract, requester: null);
    }

    /// <summary>
    /// Where there are several lcores: what runs them, and what tells which one runs. Of the two, the latter is missing
    /// only in compositions that see none of the libraries.
    /// </summary>
    private (TypeNode? Processors, TypeNode? Lcores) ComposeLcores()
    {
        if (_lcores.Count < 2 || _target == Targets.None) return (null, null);
        _part = null;
        _place = _lcores[1].Place;
        _root = _lcores[1].Label;
        TypeNode? processors = FromLibraries(ProcessorsContract, requester: null);
        return (processors, processors is null ? null : FromLibraries(LcoresContract, requester: null));
    }

    /// <summary>One for each number, also where two methods have the same by mistake.</summary>
    private IEnumerable<LcoreModel> Loops() => _lcores.Where((lcore, i) => i == 0 || _lcores[i - 1].Id != lcore.Id);

    private static ContractModel ProcessorsContract { get; } = new("{Uk.Platform}IProcessors", false, null, default, default);

    private static ContractModel LcoresContract { get; } = new("{Uk.Platform}ILcores", false, null, default, default);

    private static ContractModel SchedulerContract { get; } = new("{Uk.Sched}IScheduler", false, null, default, default);

    /// <summary>Closes a library over what it requires; null, with a finding, where that cannot be had.</summary>
    private TypeNode? Close(LibraryModel library)
    {
        int seen = _stack.IndexOf(library);
        if (seen >= 0)
        {
            Report(Diagnostics.Cycle, _place, InitializationOrder.Circle(_stack.Skip(seen).Select(l => l.Name)));
            return null;
        }
        _stack.Add(library);
        List<TypeNode?> arguments = library.Requires.Select(r => IsTable(r) ? NoTable : Fill(r, library)).ToList();
        _stack.RemoveAt(_stack.Count - 1);
        for (int i = 0; i < arguments.Count; i++)
            if (arguments[i] == NoTable) arguments[i] = Table(library, arguments);
        if (arguments.Any(a => a is null)) return null;
        return new TypeNode(
            NodeKind.Library,
            library.Type,
            library.Name,
            _part?.Name ?? "",
            arguments.Select(a => a!).ToEquatableArray(),
            library.Initializes);
    }

    /// <summary>What stands for one requirement of a library.</summary>
    private TypeNode? Fill(ContractModel contract, LibraryModel requester)
    {
        if (_part is not null && contract.Type == _part.Options.Type)
            return Node(_part) with { Kind = NodeKind.Options };
        if (contract.IsOptions) return Options(contract);
        string key = (_part?.FullName ?? "") + "|" + contract.FullName + "|" +
            (requester.Provides.Contains(contract.FullName) ? requester.FullName : "");
        if (_filled.TryGetValue(key, out TypeNode? known)) return known;
        TypeNode? node = FromParts(contract, out bool isDecided);
        if (!isDecided) node = FromLibraries(contract, requester);
        // Within a circle the answer depends on where the walk entered it.
        if (node is not null) _filled[key] = node;
        return node;
    }

    private static TypeNode Node(PartModel part) =>
        new(NodeKind.Part, part.Type, part.Name, part.Name, EquatableArray<TypeNode>.Empty, Initializes: false);

    private string Path => string.Join(" → ", _stack.Select(l => l.Name).Prepend(_root));

    /// <summary>A finding about the same thing at the same place counts once, whichever path led there.</summary>
    private void Report(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, string place, params string[] arguments)
    {
        if (_findings.Any(f => f.Id == descriptor.Id && f.Place == place && f.Arguments[0] == arguments[0])) return;
        _findings.Add(Finding.Of(descriptor, place, arguments));
    }
}
