// Chooses who provides a contract: what [Uses] names on the part, then on the assembly; a part, if there is just one;
// the only library; the default one; all of them, if the contract says how they combine.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed partial class Resolver
{
    /// <summary>Contracts reported as missing: once is enough, whoever else needs them.</summary>
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private IEnumerable<LibraryModel> Providers(string contract, LibraryModel? requester) =>
        // A library that needs what it provides stands in front of another one; it is never behind itself.
        _application.Libraries.Where(l => l != requester && l.Provides.Contains(contract));

    private IEnumerable<LibraryModel> Able(string contract, LibraryModel? requester) =>
        Providers(contract, requester)
            .Where(l => (l.Targets & _target) != 0 && !IsCombinator(l)
                && !(l.OnlyChosenFor.Contains(contract) && (l.OnlyChosenOn & _target) != 0));

    /// <summary>What folds providers into one is not itself one of them.</summary>
    private bool IsCombinator(LibraryModel library) => _combinators.Contains(library.Type);

    /// <summary>The part that stands for the requirement. Decided and null: an error is reported.</summary>
    private TypeNode? FromParts(ContractModel contract, out bool isDecided)
    {
        isDecided = true;
        foreach (IEnumerable<ChoiceModel> level in ChoiceLevels())
        {
            List<PartModel> chosen = level.Select(c => FindPart(c.Provider)).OfType<PartModel>()
                .Where(p => p != _part && p.Contract.Serves(contract)).Distinct().ToList();
            if (chosen.Count > 0) return OneOrCombined(contract, chosen);
            // A library chosen at this level goes before a part chosen further out.
            if (ChosenLibraries(contract.FullName, level).Any())
            {
                isDecided = false;
                return null;
            }
        }
        List<PartModel> parts = _parts.Where(p => p != _part && p.Contract.Serves(contract)).ToList();
        if (parts.Count > 0) return OneOrCombined(contract, parts);
        isDecided = false;
        return null;
    }

    /// <summary>Several parts serve together where the contract says how.</summary>
    private TypeNode? OneOrCombined(ContractModel contract, List<PartModel> parts)
    {
        if (parts.Count == 1) return Node(parts[0]);
        return contract.Combinator is null
            ? SeveralParts(contract, parts)
            : Fold(contract, parts.OrderBy(p => p.FullName, StringComparer.Ordinal).Select(Node).ToList());
    }

    private IEnumerable<IEnumerable<ChoiceModel>> ChoiceLevels()
    {
        if (_part is not null) yield return _part.Choices;
        yield return _application.Assembly.Choices;
    }

    private PartModel? FindPart(string fullName) =>
        _partsByName.TryGetValue(fullName, out PartModel? part) ? part : null;

    private IEnumerable<(ChoiceModel Choice, LibraryModel Library)> ChosenLibraries(
        string contract, IEnumerable<ChoiceModel> choices) =>
        from choice in choices
        from library in _application.Libraries
        where library.FullName == choice.Provider && library.Provides.Contains(contract)
        select (choice, library);

    private TypeNode? SeveralParts(ContractModel contract, List<PartModel> parts)
    {
        Report(Diagnostics.SeveralParts, _place, contract.Name,
            Phrases.List(parts.Select(p => p.Label), last: "or"), Path, parts[0].Label);
        return null;
    }

    private TypeNode? FromLibraries(ContractModel contract, LibraryModel? requester)
    {
        if (Chosen(contract, requester, out List<LibraryModel> chosen))
            return chosen.Count == 0 ? null : chosen.Count == 1 ? Close(chosen[0]) : Combine(contract, chosen);
        List<LibraryModel> able = Able(contract.FullName, requester).ToList();
        if (able.Count == 0) return NoProvider(contract, requester);
        if (able.Count == 1) return Close(able[0]);
        List<LibraryModel> defaults = able.Where(l => l.DefaultFor.Contains(contract.FullName)).ToList();
        if (defaults.Count == 1) return Close(defaults[0]);
        if (contract.Combinator is not null) return Combine(contract, able);
        return SeveralProviders(contract, able, _place);
    }

    /// <summary>
    /// True if the application has chosen: one, or several where the contract says how they combine. None then means that an
    /// error is reported.
    /// </summary>
    private bool Chosen(ContractModel contract, LibraryModel? requester, out List<LibraryModel> libraries)
    {
        libraries = [];
        foreach (IEnumerable<ChoiceModel> level in LibraryChoiceLevels(contract))
        {
            List<(ChoiceModel Choice, LibraryModel Library)> named = ChosenLibraries(contract.FullName, level)
                .Where(c => c.Library != requester).ToList();
            if (named.Count == 0) continue;
            // An application for several targets names one library for each.
            List<(ChoiceModel Choice, LibraryModel Library)> able =
                named.Where(c => (c.Library.Targets & _target) != 0).ToList();
            List<LibraryModel> chosen = able.Select(c => c.Library).Distinct().ToList();
            if (chosen.Count == 1 || (chosen.Count > 1 && contract.Combinator is not null)) libraries = chosen;
            else if (able.Count == 0) UnsupportedTarget(contract, named[0].Choice, named[0].Library);
            else SeveralProviders(contract, chosen, able[1].Choice.Place);
            return true;
        }
        return false;
    }

    private IEnumerable<IEnumerable<ChoiceModel>> LibraryChoiceLevels(ContractModel contract)
    {
        foreach (IEnumerable<ChoiceModel> level in ChoiceLevels()) yield return level;
        if (contract.Type == SchedulerContract.Type && _application.Assembly.Scheduler is { } scheduler)
            yield return [scheduler];
    }

    private TypeNode? Combine(ContractModel contract, List<LibraryModel> able)
    {
        List<TypeNode?> nodes = able.OrderBy(l => l.FullName, StringComparer.Ordinal).Select(Close).ToList();
        TellTables(nodes);
        return Fold(contract, nodes);
    }

    /// <summary>Folds providers from the right: X&lt;A, X&lt;B, C&gt;&gt;.</summary>
    private TypeNode? Fold(ContractModel contract, IReadOnlyList<TypeNode?> nodes)
    {
        if (nodes.Any(n => n is null)) return null;
        TypeNode combined = nodes[nodes.Count - 1]!;
        for (int i = nodes.Count - 2; i >= 0; i--)
        {
            combined = new TypeNode(
                NodeKind.Combinator,
                contract.Combinator!.Type,
                contract.Stem,
                _part?.Name ?? "",
                new[] { nodes[i]!, combined }.ToEquatableArray(),
                contract.Combinator.Initializes);
        }
        return combined;
    }

    private TypeNode? NoProvider(ContractModel contract, LibraryModel? requester)
    {
        if (!_missing.Add(contract.FullName)) return null;
        List<string> elsewhere = Providers(contract.FullName, requester).Where(l => !IsCombinator(l))
            .OrderBy(l => l.FullName, StringComparer.Ordinal)
            .Select(l => l.Name + " provides it on " + l.Targets.Words()).ToList();
        string hint = elsewhere.Count == 0
            ? "; reference a library that provides it, or write one"
            : "; " + Phrases.List(elsewhere) + ". Build for that with -p:UkTarget=…, or reference a library that provides it here";
        Report(Diagnostics.NoProvider, _place, contract.Name, _target.Words(), Path, hint);
        return null;
    }

    private TypeNode? SeveralProviders(ContractModel contract, List<LibraryModel> able, string place)
    {
        List<LibraryModel> sorted = able.OrderBy(l => l.FullName, StringComparer.Ordinal).ToList();
        string example = contract.Type == SchedulerContract.Type
            ? "[assembly: Scheduler(typeof(" + sorted[0].OpenName + "))]"
            : _part is not null
                ? "[Uses(typeof(" + sorted[0].OpenName + "))]"
                : "[assembly: Uses(typeof(" + sorted[0].OpenName + "))]";
        Report(Diagnostics.SeveralProviders, place, contract.Name,
            Phrases.List(sorted.Select(l => l.Name)), Path, example);
        return null;
    }

    private void UnsupportedTarget(ContractModel contract, ChoiceModel choice, LibraryModel library)
    {
        List<string> able = Able(contract.FullName, requester: null).OrderBy(l => l.FullName, StringComparer.Ordinal)
            .Select(l => l.OpenName).ToList();
        string hint = able.Count == 0
            ? ", and no referenced library provides " + contract.Name + " there"
            : "; choose " + Phrases.List(able, last: "or") + " beside it";
        Report(Diagnostics.UnsupportedTarget, choice.Place, library.Name, _target.Words(), library.Targets.Words(),
            hint);
    }
}
