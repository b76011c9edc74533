using System.Collections.Generic;
using System.Linq;

namespace UkGen.Composition;

public enum NodeKind
{
    Library,
    Combinator,
    Part,
    Options,
}

/// <summary>A type of the composition and what it is closed over.</summary>
/// <param name="Name">Without type arguments; see <see cref="TypeText"/>.</param>
/// <param name="Stem">What an alias for it is called.</param>
/// <param name="Part">The part in whose name it was chosen; "" for none. Not part of its identity.</param>
public sealed record TypeNode(
    NodeKind Kind,
    string Name,
    string Stem,
    string Part,
    EquatableArray<TypeNode> Arguments,
    bool Initializes)
{
    /// <summary>The closed type. Two nodes with the same text are the same library.</summary>
    public string Text =>
        Arguments.Count == 0 ? Name : Name + "<" + string.Join(", ", Arguments.Select(a => a.Text)) + ">";
}

/// <summary>A struct of options that the composition writes.</summary>
/// <param name="Name">In the namespace of the composition.</param>
/// <param name="OwnerType">The part that has these options for itself, see <see cref="TypeText"/>; "" for all.</param>
public sealed record OptionsModel(
    string Name,
    ContractModel Contract,
    string OwnerType,
    EquatableArray<SettingModel> Settings)
{
    public string Owner => TypeText.Plain(OwnerType);
}

/// <summary>A device, and which driver is for it.</summary>
/// <param name="Device">See <see cref="DeviceModel"/>.</param>
public sealed record DeviceRowModel(string Device, string Driver, bool IsOwn);

/// <summary>The devices of one driver, which the composition writes as a struct.</summary>
/// <param name="Name">In the namespace of the composition.</param>
/// <param name="IsAlone">The part has no other driver.</param>
public sealed record DeviceTableModel(string Name, string Driver, string Part, bool IsAlone, EquatableArray<DeviceRowModel> Rows)
{
    /// <summary>The contract, and what its members speak of.</summary>
    public const string Texts = "{Uk.Bus}IDeviceTable{Uk.Bus}DeviceMatch{System}ReadOnlySpan";
}

/// <summary>A part and what stands behind it.</summary>
/// <param name="Provider">Null where it could not be composed.</param>
/// <param name="Settings">The options that differ from the defaults.</param>
public sealed record PartComposition(PartModel Part, TypeNode? Provider, EquatableArray<SettingModel> Settings);

/// <summary>Where a region lies. Offsets count from the start of the arena, addresses from 0.</summary>
public sealed record RegionModel(string Part, long OffsetBytes, long At, long LengthBytes, long PageBytes);

public sealed record MemoryMapModel(EquatableArray<RegionModel> Regions, long ArenaBytes, long AlignmentBytes)
{
    public static MemoryMapModel Empty { get; } = new(default, 0, 4096);
}

/// <summary>The lcores of a program without a Main of its own.</summary>
/// <param name="Loops">In the order of their numbers; at least one.</param>
/// <param name="Processors">What runs several; null for one.</param>
/// <param name="Identity">What tells which of several runs; null for one.</param>
public sealed record LcoresModel(EquatableArray<LcoreModel> Loops, TypeNode? Processors, TypeNode? Identity)
{
    public const string LoopsContract = "{Uk.Platform}ILcoreLoops";
}

public enum EntryKind
{
    None,
    /// <summary>The composition writes Main.</summary>
    Main,
    /// <summary>The application has a Main; the composition runs before it.</summary>
    BeforeMain,
}

/// <summary>A composition, resolved: what is emitted.</summary>
/// <param name="IsComplete">False where something is wrong: then only the surface of the parts is written.</param>
/// <param name="InitializationOrder">Each library to bring up, after everything that it requires.</param>
public sealed record CompositionModel(
    Targets Target,
    bool IsComplete,
    EquatableArray<PartComposition> Parts,
    TypeNode? Scheduler,
    EquatableArray<OptionsModel> Options,
    EquatableArray<TypeNode> InitializationOrder,
    EquatableArray<DeviceTableModel> DeviceTables,
    MemoryMapModel Memory,
    EntryKind Entry,
    LcoresModel? Lcores)
{
    public static CompositionModel Nothing { get; } =
        new(Targets.None, true, default, null, default, default, default, MemoryMapModel.Empty, EntryKind.None, null);

    /// <summary>There is a composition to speak of: a part, something to bring up, or options.</summary>
    public bool HasContent => Parts.Count > 0 || InitializationOrder.Count > 0 || Options.Count > 0 || !IsComplete;

    /// <summary>Every text in which names stand that the emitted code may shorten.</summary>
    public IEnumerable<string> Texts()
    {
        foreach (PartComposition part in Parts)
        {
            yield return part.Part.Type;
            yield return part.Part.Options.Type;
            foreach (string owner in part.Part.Options.Properties.Select(p => p.Owner)) yield return owner;
            yield return part.Part.Contract.Type;
            if (part.Provider is not null) yield return part.Provider.Text;
            foreach (MemberModel member in part.Part.Members) yield return member.Type + member.Parameters;
            foreach (SettingModel setting in part.Settings) yield return setting.Property.Type + setting.Value.Code;
        }
        foreach (TypeNode node in InitializationOrder) yield return node.Text;
        foreach (OptionsModel options in Options)
        {
            yield return options.Contract.Type;
            foreach (SettingModel setting in options.Settings)
                yield return setting.Property.Owner + setting.Property.Type + setting.Value.Code;
        }
        if (DeviceTables.Count > 0) yield return DeviceTableModel.Texts;
        if (Lcores is null) yield break;
        foreach (LcoreModel lcore in Lcores.Loops) yield return lcore.Type;
        if (Lcores.Processors is not null) yield return Lcores.Processors.Text + LcoresModel.LoopsContract;
        if (Lcores.Identity is not null) yield return Lcores.Identity.Text;
    }
}

/// <summary>Names that cannot be written short in this application, because they would mean something else.</summary>
/// <param name="Shadowed">As "{namespace}name".</param>
/// <param name="ProviderAlias">What a part's file calls the type behind the part.</param>
public sealed record NamesModel(EquatableArray<string> Shadowed, string ProviderAlias);
