// Makes the structs of options that libraries are closed over, and the options of each part.

using System;
using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

internal sealed partial class Resolver
{
    /// <summary>The namespace of all that the composition writes for itself.</summary>
    public const string Namespace = "UkGenerated";

    private readonly Dictionary<string, OptionsModel> _optionsStructs = new(StringComparer.Ordinal);

    /// <summary>
    /// The struct for these options: one for the whole composition, or the part's own where the part sets one of them.
    /// </summary>
    private TypeNode Options(ContractModel contract)
    {
        bool isOwn = _part is not null && _part.LibraryOptions.Any(o => o.Options.Type == contract.Type);
        string owner = isOwn ? _part!.FullName : "";
        string key = contract.FullName + "|" + owner;
        if (!_optionsStructs.TryGetValue(key, out OptionsModel? options))
        {
            List<SettingModel> settings = Merge(
                contract,
                Settings(_application.Assembly.Options, contract),
                isOwn ? Settings(_part!.LibraryOptions, contract) : [],
                contract.FullName == KnownTypes.IRegionArenaOptions ? _memory.ArenaSettings(contract) : [],
                contract.FullName == KnownTypes.ILcoreOptions ? LcoreSettings(contract) : []);
            string name = UniqueName((isOwn ? _part!.Name : "") + contract.Stem, contract, owner);
            options = new OptionsModel(name, contract, isOwn ? _part!.Type : "", settings.ToEquatableArray());
            _optionsStructs.Add(key, options);
        }
        return new TypeNode(
            NodeKind.Options, "{" + Namespace + "}" + options.Name, options.Name, "", default, Initializes: false);
    }

    /// <summary>The options of a part: for all of its kind, its own, computed ones, and its name.</summary>
    private List<SettingModel> PartSettings(PartModel part)
    {
        List<SettingModel> settings = Merge(
            part.Options,
            Settings(_application.Assembly.Options, part.Options),
            Settings(part.LibraryOptions, part.Options),
            part.Settings,
            _memory.PartSettings(part));
        OptionPropertyModel? name = part.Options.Properties.FirstOrDefault(p => p is { Name: "Name", Type: "string" });
        if (name is not null && settings.All(s => s.Property != name))
        {
            ConstantModel value = new("string", "\"" + part.Name + "\"", null);
            settings.Add(new SettingModel(name, value, part.Place));
        }
        return settings;
    }

    /// <summary>How many lcores there are; one is the default.</summary>
    private IEnumerable<SettingModel> LcoreSettings(ContractModel contract) =>
        _lcores.Count > 1 && contract.Properties.FirstOrDefault(p => p.Name == "Count") is { } count
            ? [new SettingModel(count, new ConstantModel(count.Type, ConstantParser.IntegerCode(_lcores.Count), null), "")]
            : [];

    private static IEnumerable<SettingModel> Settings(IEnumerable<OptionModel> options, ContractModel contract) =>
        options.Where(o => o.Options.Type == contract.Type).Select(o => o.Setting);

    /// <summary>Later settings replace earlier ones; the result is in the order of the properties.</summary>
    private static List<SettingModel> Merge(ContractModel contract, params IEnumerable<SettingModel>[] levels)
    {
        Dictionary<string, SettingModel> merged = new(StringComparer.Ordinal);
        foreach (SettingModel setting in levels.SelectMany(l => l)) merged[setting.Property.Name] = setting;
        return contract.Properties.Where(p => merged.ContainsKey(p.Name)).Select(p => merged[p.Name]).ToList();
    }

    private string UniqueName(string wanted, ContractModel contract, string owner)
    {
        bool IsTaken(string name) =>
            name is "Composition" or "EntryPoint" || _optionsStructs.Values.Any(o => o.Name == name);
        if (!IsTaken(wanted)) return wanted;
        string qualified = (owner + "." + contract.FullName).Replace(".", "");
        string unique = qualified;
        for (int i = 2; IsTaken(unique); i++) unique = qualified + ConstantParser.IntegerCode(i);
        return unique;
    }
}
