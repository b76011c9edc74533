// Reads and checks a struct with [UkLibrary]. The generator keeps the model of a library that is right; the analyzer
// reports the findings of one that is wrong.

using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace UkGen;

public sealed class LibraryParser
{
    private readonly INamedTypeSymbol _type;
    private readonly string _place;
    private readonly Places? _places;
    private readonly List<Finding> _findings = [];

    private LibraryParser(INamedTypeSymbol type, Places? places)
    {
        _type = type;
        _place = "library/" + TypeText.FullName(type);
        _places = places;
        places?.Add(_place, type.Locations.FirstOrDefault(l => l.IsInSource));
    }

    /// <summary>The library, or null where something is wrong with it.</summary>
    public static LibraryModel? Parse(INamedTypeSymbol type, CancellationToken cancellation = default) =>
        Parse(type, null, out _, cancellation);

    public static LibraryModel? Parse(
        INamedTypeSymbol type,
        Places? places,
        out IReadOnlyList<Finding> findings,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        LibraryParser parser = new(type, places);
        LibraryModel? model = parser.Parse();
        findings = parser._findings;
        return model;
    }

    private LibraryModel? Parse()
    {
        AttributeData? library = _type.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.UkLibrary));
        if (library is null || _type.TypeKind != TypeKind.Struct || IsUnfinished()) return null;
        List<(INamedTypeSymbol Contract, AttributeData Attribute, string Place)> provides =
            Contracts(KnownTypes.Provides);
        List<(INamedTypeSymbol Contract, AttributeData Attribute, string Place)> requires =
            Contracts(KnownTypes.Requires);
        CheckShape();
        CheckProvides(provides);
        CheckRequires(requires);
        CheckDevices();
        if (_findings.Count > 0) return null;
        return new LibraryModel(
            TypeText.OfDefinition(_type),
            Targets(library),
            provides.Select(p => TypeText.FullName(p.Contract)).ToEquatableArray(),
            provides.Where(p => p.Attribute.Named("Default")?.Value is true)
                .Select(p => TypeText.FullName(p.Contract)).ToEquatableArray(),
            provides.Where(p => OnlyChosenOn(p.Attribute) != UkGen.Targets.None)
                .Select(p => TypeText.FullName(p.Contract)).ToEquatableArray(),
            provides.Aggregate(UkGen.Targets.None, (targets, p) => targets | OnlyChosenOn(p.Attribute)),
            requires.Select(r => ContractParser.Parse(r.Contract)).ToEquatableArray(),
            Symbols.Initializes(_type),
            Devices().Select(d => d.Text).ToEquatableArray());
    }

    /// <summary>
    /// An attribute is still being typed or names a type that does not exist; the compiler says so itself.
    /// </summary>
    private bool IsUnfinished() =>
        _type.GetAttributes().Any(a =>
            a.AttributeClass is { Name: "ProvidesAttribute" or "RequiresAttribute" or "Provides" or "Requires" } type
            && (type.TypeKind == TypeKind.Error || a.TypeArgument() is null));

    private static Targets Targets(AttributeData library) =>
        library.Named("Targets")?.Value is int value
            ? (Targets)value
            : UkGen.Targets.All;

    private static Targets OnlyChosenOn(AttributeData provides) =>
        provides.Named("OnlyChosen")?.Value is true ? UkGen.Targets.All
            : provides.Named("OnlyChosenOn")?.Value is int targets ? (Targets)targets : UkGen.Targets.None;

    private void CheckDevices()
    {
        int count = 0;
        foreach (AttributeData attribute in _type.GetAttributes().Where(a => a.Is(KnownTypes.Vdev)))
        {
            if (attribute.ConstructorArguments.Select(a => a.Value).FirstOrDefault() is not string name || DeviceModel.IsName(name)) continue;
            string place = _place + "/device" + count++;
            _places?.Add(place, attribute);
            Report(Diagnostics.DeviceName, place, _type.Name, name);
        }
    }

    /// <summary>In the order of the attributes.</summary>
    private IEnumerable<DeviceModel> Devices()
    {
        foreach (AttributeData attribute in _type.GetAttributes())
        {
            object?[] values = attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Primitive ? a.Value : null).ToArray();
            if (attribute.Is(KnownTypes.PciDevice) && values.Length == 2 && values[0] is ushort vendor && values[1] is ushort device)
                yield return new DeviceModel(DeviceBus.Pci, vendor, device, "", false);
            if (attribute.Is(KnownTypes.VirtioDevice) && values.Length == 1 && values[0] is uint type)
                yield return new DeviceModel(DeviceBus.Virtio, 0, type, "", false);
            if (attribute.Is(KnownTypes.Vdev) && values.Length == 1 && values[0] is string name && DeviceModel.IsName(name))
                yield return new DeviceModel(DeviceBus.Vdev, 0, 0, name, attribute.Named("IsDefault")?.Value is true);
        }
    }

    private List<(INamedTypeSymbol, AttributeData, string)> Contracts(string attributeName)
    {
        List<(INamedTypeSymbol, AttributeData, string)> contracts = [];
        foreach (AttributeData attribute in _type.GetAttributes())
        {
            if (!attribute.Is(attributeName, arity: 1) || attribute.TypeArgument() is not { } contract) continue;
            string place = _place + "/" + attributeName + contracts.Count;
            _places?.Add(place, attribute);
            contracts.Add((contract, attribute, place));
        }
        return contracts;
    }

    private void CheckShape()
    {
        if (_type.ContainingType is not null || _type.IsFileLocal || _type.IsRefLikeType)
            Report(Diagnostics.LibraryNotTopLevel, _place, _type.Name);
        IFieldSymbol? field = _type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => !f.IsStatic && !f.IsConst);
        if (field is not null)
        {
            string place = _place + "/field";
            _places?.Add(place, (field.AssociatedSymbol ?? field).Locations.FirstOrDefault(l => l.IsInSource));
            Report(Diagnostics.LibraryHasState, place, _type.Name, (field.AssociatedSymbol ?? field).Name);
        }
    }

    private void CheckProvides(List<(INamedTypeSymbol Contract, AttributeData Attribute, string Place)> provides)
    {
        if (provides.Count == 0)
            Report(Diagnostics.LibraryProvidesNothing, _place, _type.Name);
        foreach ((INamedTypeSymbol contract, _, string place) in provides)
        {
            INamedTypeSymbol? twin = Symbols.GenericTwin(contract);
            if (twin is null)
            {
                Report(Diagnostics.ContractHasNoTwin, place, contract.Name);
                continue;
            }
            INamedTypeSymbol offered = twin.Construct(_type);
            if (!_type.AllInterfaces.Contains(offered, SymbolEqualityComparer.Default))
                Report(Diagnostics.ContractNotImplemented, place, _type.Name, contract.Name);
            else
                CheckPublic(offered, place);
        }
        INamedTypeSymbol? initialize = _type.AllInterfaces.FirstOrDefault(i => i.Is(KnownTypes.IInitialize, 1)
            && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], _type));
        if (initialize is not null) CheckPublic(initialize, _place);
    }

    /// <summary>The composition calls members by name, so they must not be implemented explicitly.</summary>
    private void CheckPublic(INamedTypeSymbol contract, string place)
    {
        foreach (ISymbol member in contract.AllInterfaces.Insert(0, contract).SelectMany(i => i.GetMembers()))
        {
            if (member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol)
                || !member.IsAbstract) continue;
            ISymbol? implementation = _type.FindImplementationForInterfaceMember(member);
            if (implementation is null || implementation.CanBeReferencedByName) continue;
            string at = place + "/" + member.Name;
            _places?.Add(at, implementation.Locations.FirstOrDefault(l => l.IsInSource));
            Report(Diagnostics.MemberNotPublic, at, _type.Name, contract.Name, member.Name);
        }
    }

    private void CheckRequires(List<(INamedTypeSymbol Contract, AttributeData Attribute, string Place)> requires)
    {
        if (requires.Count != _type.Arity)
        {
            Report(Diagnostics.RequirementCount, _place, _type.Name, Number(_type.Arity), Number(requires.Count));
            return;
        }
        for (int i = 0; i < requires.Count; i++)
            CheckRequirement(_type.TypeParameters[i], requires[i].Contract, requires[i].Place);
    }

    private void CheckRequirement(ITypeParameterSymbol parameter, INamedTypeSymbol contract, string place)
    {
        INamedTypeSymbol? expected = contract;
        if (!Symbols.IsOptions(contract))
        {
            expected = Symbols.GenericTwin(contract)?.Construct(parameter);
            if (expected is null)
            {
                Report(Diagnostics.ContractHasNoTwin, place, contract.Name);
                return;
            }
        }
        if (parameter.HasValueTypeConstraint
            && parameter.ConstraintTypes.Contains(expected, SymbolEqualityComparer.Default)) return;
        Report(Diagnostics.RequirementConstraint, place, _type.Name, parameter.Name,
            TypeText.Short(TypeText.Of(expected)));
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Report(DiagnosticDescriptor descriptor, string place, params string[] arguments) =>
        _findings.Add(Finding.Of(descriptor, place, arguments));
}
