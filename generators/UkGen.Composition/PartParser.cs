// Reads a part: a partial struct of the application with an attribute such as [Port], whose class carries [Part].

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UkGen.Composition;

internal sealed class PartParser
{
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly INamedTypeSymbol _contract;
    private readonly INamedTypeSymbol _options;
    private readonly Places? _places;
    private readonly string _place;
    private readonly string _attributePlace;
    private readonly List<Finding> _findings = [];

    private PartParser(
        INamedTypeSymbol type,
        AttributeData attribute,
        INamedTypeSymbol contract,
        INamedTypeSymbol options,
        Places? places)
    {
        _type = type;
        _attribute = attribute;
        _contract = contract;
        _options = options;
        _places = places;
        _place = PartModel.PlaceOf(TypeText.FullName(type));
        _attributePlace = _place + "/attribute";
        places?.Add(_place, UserDeclarations().FirstOrDefault()?.Identifier.GetLocation());
        places?.Add(_attributePlace, attribute);
    }

    /// <summary>The part that this struct is, or null where it is none.</summary>
    public static PartModel? Parse(INamedTypeSymbol type, Places? places, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AttributeData? attribute = type.TypeKind == TypeKind.Struct ? PartAttributes(type).FirstOrDefault() : null;
        if (attribute?.AttributeClass is null || Kind(attribute) is not { } kind) return null;
        return kind.TypeArgument(0) is { TypeKind: TypeKind.Interface } contract
            && kind.TypeArgument(1) is { TypeKind: TypeKind.Interface } options
            ? new PartParser(type, attribute, contract, options, places).Parse()
            : null;
    }

    /// <summary>The declaration that decides whether the struct is a part; a partial struct may have several.</summary>
    public static bool IsDeclaredBy(INamedTypeSymbol type, SyntaxNode declaration) =>
        PartAttributes(type).FirstOrDefault()?.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);

    public static bool IsPartAttribute(AttributeData attribute) => Kind(attribute) is not null;

    private static AttributeData? Kind(AttributeData attribute) =>
        attribute.AttributeClass?.OriginalDefinition.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Part, 2));

    private static IEnumerable<AttributeData> PartAttributes(INamedTypeSymbol type) =>
        type.GetAttributes().Where(IsPartAttribute);

    private PartModel Parse()
    {
        ContractModel options = ContractParser.Parse(_options);
        ChoiceParser choices = new ChoiceParser(_type, _place, _places).Parse();
        bool canBeFilledIn = CheckShape();
        List<MemberModel> members = MemberParser.Parse(_contract, _type);
        if (canBeFilledIn) CheckMembers(members);
        CheckOnlyOne();
        List<SettingModel> settings = Settings(options);
        _findings.AddRange(choices.Findings);
        return new PartModel(
            TypeText.OfDefinition(_type),
            TypeText.NamespaceOf(_type),
            _type.Name,
            Containers(_type).ToEquatableArray(),
            _type.IsRecord ? "record struct" : "struct",
            KindName(_attribute),
            ContractParser.Parse(_contract),
            options,
            members.ToEquatableArray(),
            settings.ToEquatableArray(),
            choices.Choices.Concat(TypeArguments()).ToEquatableArray(),
            choices.Options.ToEquatableArray(),
            canBeFilledIn,
            _findings.ToEquatableArray());
    }

    /// <summary>
    /// Headers of the types around a type, from the outermost, as a partial declaration repeats them.
    /// </summary>
    public static IEnumerable<string> Containers(INamedTypeSymbol type)
    {
        Stack<string> headers = new();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            headers.Push(Header(outer));
        return headers;
    }

    public static string Header(INamedTypeSymbol type)
    {
        string keyword = (type.TypeKind, type.IsRecord) switch
        {
            (TypeKind.Struct, true) => "record struct",
            (TypeKind.Struct, false) => "struct",
            (TypeKind.Interface, _) => "interface",
            (_, true) => "record",
            _ => "class",
        };
        return keyword + " " + TypeText.Identifier(type.Name);
    }

    private static string KindName(AttributeData attribute)
    {
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
    }

    private List<SettingModel> Settings(ContractModel options)
    {
        List<SettingModel> settings = [];
        foreach ((string name, TypedConstant given, _) in _attribute.WrittenArguments())
        {
            OptionPropertyModel? property = options.Properties.FirstOrDefault(p => KindParser.IsNamed(p, name));
            if (property is null
                || ConstantParser.Parse(given) is not { } constant
                || ConstantParser.Fit(constant, property) is not { } value) continue;
            SettingModel setting = new(property, value, Places.Argument(_attributePlace, name));
            if (ChoiceParser.Check(setting) is { } finding) _findings.Add(finding);
            else settings.Add(setting);
        }
        return settings;
    }

    private IEnumerable<ChoiceModel> TypeArguments() =>
        from argument in _attribute.AttributeClass!.TypeArguments
        let type = Symbols.Existing(argument)
        where type is not null
        select new ChoiceModel(
            TypeText.FullName(type), ChoiceParser.KindOf(type), IsTypeArgument: true, _attributePlace);

    private bool CheckShape()
    {
        string? problem = null;
        string? attributeOwner = null;
        for (INamedTypeSymbol? type = _type; type is not null && problem is null; type = type.ContainingType)
        {
            attributeOwner = type.Name;
            if (type.Arity > 0) problem = "it and the types around it cannot be generic: {0} is";
            else if (!UserDeclarations(type).All(d => d.Modifiers.Any(SyntaxKind.PartialKeyword)))
                problem = "its other half is written by the composition: declare {0} as partial";
            else if (type.IsFileLocal) problem = "the composition must see it: {0} cannot be local to its file";
            else if (type.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                problem = "the composition must see it: make {0} internal";
            else if (type.IsRefLikeType) problem = "libraries are closed over it: {0} cannot be a ref struct";
        }
        if (problem is null) return true;
        Report(Diagnostics.PartShape, _place, _type.Name, problem.Replace("{0}", attributeOwner));
        return false;
    }

    private void CheckMembers(List<MemberModel> members)
    {
        foreach (ISymbol member in _type.GetMembers())
        {
            // What the composition itself has written is there as well when an analyzer looks.
            if (member.IsImplicitlyDeclared
                || !member.DeclaringSyntaxReferences.Any(r => !GeneratedTrees.Contains(r.SyntaxTree))) continue;
            string name = member.Name;
            ISymbol? explicitOption = (member as IPropertySymbol)?.ExplicitInterfaceImplementations
                .FirstOrDefault(p => _options.Equals(p.ContainingType, SymbolEqualityComparer.Default)
                    || _options.AllInterfaces.Contains(p.ContainingType, SymbolEqualityComparer.Default));
            string? owner = explicitOption is not null
                ? _options.Name
                : members.Any(m => Conflicts(member, m)) ? _contract.Name : null;
            if (owner is null) continue;
            string place = _place + "/" + name.Replace('/', '.');
            _places?.Add(place, member.Locations.FirstOrDefault(l => l.IsInSource));
            Report(Diagnostics.PartMember, place, _type.Name, explicitOption?.Name ?? name, owner);
            // One error is enough: the user's member stays the only one.
            if (explicitOption is null) members.RemoveAll(m => Conflicts(member, m));
        }
    }

    private static bool Conflicts(ISymbol member, MemberModel written) =>
        written.Name == TypeText.Identifier(member.Name) && (written.Kind != MemberKind.Method
            || member is not IMethodSymbol method
            || MemberParser.ParameterTypes(method) == written.ParameterTypes);

    private void CheckOnlyOne()
    {
        if (PartAttributes(_type).Skip(1).FirstOrDefault() is not { } second) return;
        string place = _place + "/second";
        _places?.Add(place, second);
        Report(Diagnostics.PartTwice, place, _type.Name, KindName(_attribute), KindName(second));
    }

    private IEnumerable<TypeDeclarationSyntax> UserDeclarations() => UserDeclarations(_type);

    private static IEnumerable<TypeDeclarationSyntax> UserDeclarations(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Where(r => !GeneratedTrees.Contains(r.SyntaxTree))
            .Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>();

    private void Report(DiagnosticDescriptor descriptor, string place, params string[] arguments) =>
        _findings.Add(Finding.Of(descriptor, place, arguments));
}
