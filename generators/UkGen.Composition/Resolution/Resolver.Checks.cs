// What is wrong beyond missing providers: choices and options without effect, parts that collide, lcores.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed partial class Resolver
{
    private void CheckParts()
    {
        foreach (PartModel part in _parts.Where(NeedsUnsafe))
        {
            MemberModel member = part.Members.First(m => m.HasPointers);
            Report(Diagnostics.UnsafeNotAllowed, part.Place, part.Contract.Name, member.Name);
        }
        CheckUnique();
    }

    /// <summary>The part has members with pointers, and the project does not allow them.</summary>
    private bool NeedsUnsafe(PartModel part) =>
        !_application.Program.AllowsUnsafe && part.Members.Any(m => m.HasPointers);

    private void CheckUnique()
    {
        var values =
            from part in _parts
            from setting in part.Settings
            where setting.Property.Unique
            let key = part.Options.Type + "|" + setting.Property.Name + "|" + setting.Value.Code
            select (Part: part, Setting: setting, Key: key);
        foreach (var same in values.GroupBy(v => v.Key, StringComparer.Ordinal))
        {
            var first = same.First();
            foreach (var other in same.Skip(1))
                Report(Diagnostics.SameValue, other.Setting.Place, first.Part.Label, other.Part.Label,
                    other.Setting.Property.Name, TypeText.Short(other.Setting.Value.Code), other.Part.Kind);
        }
    }

    private void CheckLcores()
    {
        _findings.AddRange(
            _application.Lcores.OrderBy(l => l.Place, StringComparer.Ordinal).SelectMany(l => l.Findings));
        for (int i = 1; i < _lcores.Count; i++)
        {
            LcoreModel first = _lcores.First(l => l.Id == _lcores[i].Id);
            if (first != _lcores[i])
                Report(Diagnostics.LcoreTwice, _lcores[i].Place, first.Label, _lcores[i].Label,
                    ConstantParser.IntegerCode(first.Id));
        }
        CheckLcoreGap();
        if (_application.Program.EntryPoint is { } main)
            foreach (LcoreModel lcore in _lcores) Report(Diagnostics.LcoreAndMain, lcore.Place, lcore.Label, main);
    }

    /// <summary>The first lcore behind a gap; what else is wrong with the numbers comes first.</summary>
    private void CheckLcoreGap()
    {
        if (_application.Lcores.Any(l => l.Findings.Count > 0)) return;
        int expected = 0;
        foreach (LcoreModel lcore in _lcores)
        {
            if (lcore.Id > expected)
            {
                Report(Diagnostics.LcoreGap, Places.Argument(lcore.Place + "/attribute", "id"), lcore.Label,
                    ConstantParser.IntegerCode(lcore.Id), ConstantParser.IntegerCode(expected));
                return;
            }
            expected = lcore.Id + 1;
        }
    }

    private EntryKind Entry(bool initializes)
    {
        ProgramModel program = _application.Program;
        if (program is { IsExecutable: true, EntryPoint: null } && _lcores.Count > 0) return EntryKind.Main;
        return initializes ? EntryKind.BeforeMain : EntryKind.None;
    }

    /// <summary>
    /// Choices that cannot matter. A choice may be meant for another target, so it is judged by what any library could
    /// require, not by what this composition happens to.
    /// </summary>
    private void CheckChoices()
    {
        foreach (PartModel part in _parts)
        {
            HashSet<string> needed = Needed([part.Contract.FullName], throughParts: false);
            foreach (ChoiceModel choice in part.Choices)
                CheckChoice(choice, needed, part.Contract.FullName, "which nothing behind " + part.Label + " needs");
        }
        IEnumerable<string> roots = _parts.Select(p => p.Contract.FullName).Append(KnownTypes.IScheduler);
        HashSet<string> anywhere = Needed(roots, throughParts: true);
        anywhere.UnionWith(roots);
        foreach (ChoiceModel choice in _application.Assembly.Choices)
            CheckChoice(choice, anywhere, "", "which nothing in the composition needs");
        if (_application.Assembly.Scheduler is { } scheduler)
            CheckChoice(scheduler, [], KnownTypes.IScheduler, "not IScheduler");
    }

    private void CheckChoice(ChoiceModel choice, HashSet<string> needed, string rootContract, string problem)
    {
        if (choice.Kind == ChoiceKind.Other)
        {
            Report(Diagnostics.UselessChoice, choice.Place, choice.Name, "is neither a library nor a part");
            return;
        }
        List<string> provided;
        if (FindPart(choice.Provider) is { } part)
        {
            // Nobody can say what nothing stands behind would need.
            if (choice.IsTypeArgument || _missing.Contains(rootContract)) return;
            provided = [part.Contract.FullName];
        }
        else if (_application.Libraries.FirstOrDefault(l => l.FullName == choice.Provider) is { } library)
        {
            provided = [.. library.Provides];
            if (provided.Contains(rootContract)) return;
        }
        else
        {
            return;
        }
        if (provided.Any(needed.Contains)) return;
        IEnumerable<string> names = provided.Select(p => p.Substring(p.LastIndexOf('.') + 1));
        Report(Diagnostics.UselessChoice, choice.Place, choice.Name,
            "provides " + Phrases.List(names) + ", " + problem);
    }

    /// <summary>All contracts that a library behind one of the roots requires, on whatever target.</summary>
    private HashSet<string> Needed(IEnumerable<string> roots, bool throughParts)
    {
        HashSet<string> needed = new(StringComparer.Ordinal);
        Queue<string> open = new(roots);
        HashSet<string> seen = new(open, StringComparer.Ordinal);
        while (open.Count > 0)
        {
            string contract = open.Dequeue();
            IEnumerable<LibraryModel> providers = _application.Libraries.Where(l => l.Provides.Contains(contract));
            foreach (ContractModel required in providers.SelectMany(l => l.Requires))
            {
                needed.Add(required.FullName);
                bool isPart = _parts.Any(p => p.Contract.Type == required.Type);
                if ((throughParts || !isPart) && seen.Add(required.FullName)) open.Enqueue(required.FullName);
            }
        }
        return needed;
    }

    private void CheckOptions()
    {
        foreach (OptionModel option in _application.Assembly.Options)
        {
            bool isUsed = _optionsStructs.Values.Any(o => o.Contract.Type == option.Options.Type)
                || _parts.Any(p => p.Options.Type == option.Options.Type);
            if (!isUsed) CheckOption(option, "the composition");
        }
        foreach (PartModel part in _parts)
        {
            foreach (OptionModel option in part.LibraryOptions)
            {
                bool isUsed = part.Options.Type == option.Options.Type
                    || _optionsStructs.Values.Any(o =>
                        o.Contract.Type == option.Options.Type && o.Owner == part.FullName);
                if (!isUsed) CheckOption(option, "the composition of " + part.Label);
            }
        }
    }

    /// <summary>The library with these options may be one for another target.</summary>
    private void CheckOption(OptionModel option, string where)
    {
        bool isElsewhere = _application.Libraries.Any(l =>
            (l.Targets & _target) == 0 && l.Requires.Any(r => r.Type == option.Options.Type));
        if (isElsewhere) return;
        Report(Diagnostics.OptionOfNothing, option.Setting.Place, where, option.Options.Name,
            option.Setting.Property.Name);
    }
}
