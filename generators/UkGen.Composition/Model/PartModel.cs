namespace UkGen.Composition;

/// <summary>A struct of the application that a library stands behind: a region, a pool, a port.</summary>
/// <param name="Type">See <see cref="TypeText"/>.</param>
/// <param name="Containers">Headers of the types around it, from the outermost: "class App".</param>
/// <param name="Keyword">"struct" or "record struct".</param>
/// <param name="Kind">What it is: the name of its attribute, "Port".</param>
/// <param name="Members">What the contract makes it carry.</param>
/// <param name="Settings">Options given as arguments of its attribute.</param>
/// <param name="Choices">What it uses: <c>[Uses]</c> and the type arguments of its attribute.</param>
/// <param name="LibraryOptions">Its own <c>[Option]</c> attributes.</param>
/// <param name="CanBeFilledIn">False where the composition cannot write its other half.</param>
/// <param name="Findings">What is wrong with it by itself.</param>
public sealed record PartModel(
    string Type,
    string Namespace,
    string Name,
    EquatableArray<string> Containers,
    string Keyword,
    string Kind,
    ContractModel Contract,
    ContractModel Options,
    EquatableArray<MemberModel> Members,
    EquatableArray<SettingModel> Settings,
    EquatableArray<ChoiceModel> Choices,
    EquatableArray<OptionModel> LibraryOptions,
    bool CanBeFilledIn,
    EquatableArray<Finding> Findings)
{
    public string FullName => TypeText.Plain(Type);

    /// <summary>The name as it is read in messages: with the types around it.</summary>
    public string Label => TypeText.Short(Type);

    /// <summary>The attribute that makes it a part. Its arguments are places below.</summary>
    public string Place => PlaceOf(FullName) + "/attribute";

    public static string PlaceOf(string fullName) => "part/" + fullName;
}

public enum MemberKind
{
    Property,
    Method,
}

/// <summary>A static member of a contract.</summary>
/// <param name="Type">With "ref " or "ref readonly " in front where it returns by reference.</param>
/// <param name="Parameters">"ref {Uk}Burst burst".</param>
/// <param name="Arguments">"ref burst".</param>
/// <param name="HasDefault">The contract has a body for it, which the provider may do with.</param>
/// <param name="ParameterTypes">What tells overloads apart: "ref {Uk}Burst".</param>
public sealed record MemberModel(
    MemberKind Kind,
    string Type,
    string Name,
    string Parameters,
    string Arguments,
    string ParameterTypes,
    bool HasGetter,
    bool HasSetter,
    bool HasPointers,
    bool HasDefault)
{
    public bool ReturnsByReference => Type.StartsWith("ref ", System.StringComparison.Ordinal);
}
