namespace UkGen.Composition;

/// <summary>A constant of the application.</summary>
/// <param name="Type">See <see cref="TypeText"/>.</param>
/// <param name="Code">The expression that gives the value; names as in <see cref="TypeText"/>.</param>
/// <param name="Number">Its value, where it is an integer or an enumeration.</param>
/// <param name="IsUnnamed">It is a value of an enumeration that has no name for it.</param>
public sealed record ConstantModel(string Type, string Code, decimal? Number, bool IsUnnamed = false);

/// <summary>An option and the value that the application gives it.</summary>
public sealed record SettingModel(OptionPropertyModel Property, ConstantModel Value, string Place);

/// <summary>One <c>[Option]</c> attribute.</summary>
public sealed record OptionModel(ContractModel Options, SettingModel Setting);

public enum ChoiceKind
{
    /// <summary>A struct that is neither a library nor a part.</summary>
    Other,
    Library,
    Part,
}

/// <summary>A provider that the application names.</summary>
/// <param name="IsTypeArgument">Named by the attribute that makes the part, not by [Uses].</param>
public sealed record ChoiceModel(string Provider, ChoiceKind Kind, bool IsTypeArgument, string Place)
{
    public string Name => Provider.Substring(Provider.LastIndexOf('.') + 1);
}
