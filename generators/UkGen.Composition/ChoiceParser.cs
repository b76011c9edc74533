// Reads [Uses], [Scheduler] and [Option]: the choices that a part or the whole application makes.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace UkGen.Composition;

internal sealed class ChoiceParser(ISymbol target, string place, Places? places)
{
    public List<ChoiceModel> Choices { get; } = [];
    public List<OptionModel> Options { get; } = [];
    public List<Finding> Findings { get; } = [];
    public ChoiceModel? Scheduler { get; private set; }

    public ChoiceParser Parse()
    {
        int index = 0;
        foreach (AttributeData attribute in target.GetAttributes())
        {
            string at = place + "/" + index++.ToString(CultureInfo.InvariantCulture);
            if (attribute.Is(KnownTypes.Uses)) Choose(attribute.TypeValue(), attribute, at);
            else if (attribute.Is(KnownTypes.Uses, 1)) Choose(attribute.TypeArgument(), attribute, at);
            else if (attribute.Is(KnownTypes.Scheduler)) ChooseScheduler(attribute, at);
            else if (attribute.Is(KnownTypes.Option, 1)) SetOption(attribute, at);
        }
        return this;
    }

    public static ChoiceKind KindOf(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.OriginalDefinition.GetAttributes())
        {
            if (attribute.Is(KnownTypes.UkLibrary)) return ChoiceKind.Library;
            if (PartParser.IsPartAttribute(attribute)) return ChoiceKind.Part;
        }
        return ChoiceKind.Other;
    }

    private void Choose(INamedTypeSymbol? type, AttributeData attribute, string at)
    {
        if (type is null) return;
        places?.Add(at, attribute);
        Choices.Add(Choice(type, at));
    }

    private void ChooseScheduler(AttributeData attribute, string at)
    {
        if (attribute.TypeValue() is not { } type) return;
        places?.Add(at, attribute);
        Scheduler ??= Choice(type, at);
    }

    private static ChoiceModel Choice(INamedTypeSymbol type, string at) =>
        new(TypeText.FullName(type), KindOf(type), IsTypeArgument: false, at);

    private void SetOption(AttributeData attribute, string at)
    {
        if (attribute.TypeArgument() is not { TypeKind: TypeKind.Interface } type
            || attribute.ConstructorArguments.Length != 2
            || attribute.ConstructorArguments[0].Value is not string name) return;
        places?.Add(at, attribute);
        ContractModel options = ContractParser.Parse(type);
        OptionPropertyModel? property = options.Properties.FirstOrDefault(p => p.Name == name);
        if (property is null)
        {
            Report(Diagnostics.UnknownOption, Places.Argument(at, "name"), options.Name, name,
                Phrases.List(options.Properties.Select(p => p.Name), "none"));
            return;
        }
        TypedConstant given = attribute.ConstructorArguments[1];
        if (given.Kind == TypedConstantKind.Error) return;
        string valuePlace = Places.Argument(at, "value");
        ConstantModel? constant = ConstantParser.Parse(given);
        if (constant is null || ConstantParser.Fit(constant, property) is not { } value)
        {
            Report(Diagnostics.OptionType, valuePlace, options.Name, name, TypeText.Short(property.Type),
                Describe(given, constant));
            return;
        }
        SettingModel setting = new(property, value, valuePlace);
        if (Check(setting) is { } finding) Findings.Add(finding);
        else if (Options.Any(o => o.Options.Type == options.Type && o.Setting.Property.Name == name))
            Report(Diagnostics.OptionTwice, Places.Argument(at, "name"), options.Name + "." + name,
                target is IAssemblySymbol ? "on the assembly" : "on " + target.Name);
        else Options.Add(new OptionModel(options, setting));
    }

    /// <summary>What is wrong with a value that has the right type.</summary>
    public static Finding? Check(SettingModel setting) =>
        ConstantParser.Violation(setting.Property, setting.Value) is { } violation
            ? Finding.Of(Diagnostics.OptionValue, setting.Place, setting.Property.Name, violation,
                TypeText.Short(setting.Value.Code))
            : null;

    private static string Describe(TypedConstant given, ConstantModel? constant)
    {
        if (given.IsNull) return "null";
        if (constant is null) return "something that is no constant";
        return TypeText.Short(constant.Code) + " of type " + TypeText.Short(constant.Type);
    }

    private void Report(DiagnosticDescriptor descriptor, string at, params string[] arguments) =>
        Findings.Add(Finding.Of(descriptor, at, arguments));
}
