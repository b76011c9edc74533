using System.Linq;

namespace UkGen;

/// <summary>A contract as a requirement or an offer names it.</summary>
/// <param name="Type">See <see cref="TypeText"/>.</param>
/// <param name="Combinator">The struct that folds several providers into one, if the contract has one.</param>
/// <param name="Properties">Of an options contract; with those that it inherits.</param>
/// <param name="Bases">The contracts that it inherits: who provides this one provides those.</param>
public sealed record ContractModel(
    string Type,
    bool IsOptions,
    CombinatorModel? Combinator,
    EquatableArray<OptionPropertyModel> Properties,
    EquatableArray<string> Bases)
{
    /// <summary>A part with this contract can stand where the other is required.</summary>
    public bool Serves(ContractModel required) => Type == required.Type || Bases.Contains(required.Type);

    public string FullName => TypeText.Plain(Type);

    public string Name => TypeText.Short(Type);

    /// <summary>The name without the I of interfaces.</summary>
    public string Stem => Name.Length > 1 && Name[0] == 'I' && char.IsUpper(Name[1]) ? Name.Substring(1) : Name;
}

public sealed record CombinatorModel(string Type, bool Initializes);

/// <summary>One option: a static virtual property of an options contract.</summary>
/// <param name="Owner">The interface that declares it.</param>
/// <param name="Min">The least value allowed, as <c>[Range]</c> on the property says.</param>
/// <param name="Unique">No two parts of the same kind may have the same value.</param>
public sealed record OptionPropertyModel(
    string Name,
    string Type,
    string Owner,
    long? Min,
    long? Max,
    bool PowerOfTwo,
    bool Unique);
