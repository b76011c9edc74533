// Reads what the application says as a whole: attributes on the assembly, its lcores, its own entry point.

using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UkGen.Composition;

internal static class ApplicationParser
{
    public static SettingsModel Settings(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.UkComposition", out string? composition);
        options.TryGetValue("build_property.UkTarget", out string? target);
        return "true".Equals(composition, System.StringComparison.OrdinalIgnoreCase)
            ? new SettingsModel(true, TargetNames.Parse(target), target ?? "")
            : SettingsModel.Off;
    }

    /// <summary>The application's own libraries beside those that it references, in the order of their names.</summary>
    public static EquatableArray<LibraryModel> Libraries(
        EquatableArray<LibraryModel> referenced, EquatableArray<LibraryModel> own) =>
        referenced.Where(r => own.All(o => o.Type != r.Type)).Concat(own)
            .OrderBy(l => l.FullName, System.StringComparer.Ordinal).ToEquatableArray();

    public static AssemblyModel Assembly(Compilation compilation, Places? places, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ChoiceParser choices = new ChoiceParser(compilation.Assembly, "assembly", places).Parse();
        AttributeData? machine = compilation.Assembly.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Machine));
        if (machine is not null) places?.Add(AssemblyModel.MachinePlace, machine);
        long? memory = machine?.Named("Memory")?.Value as long?;
        if (memory <= 0)
        {
            choices.Findings.Add(Finding.Of(
                Diagnostics.OptionValue, Places.Argument(AssemblyModel.MachinePlace, "Memory"),
                "Memory", "at least 1", ConstantParser.IntegerCode(memory.Value)));
            memory = null;
        }
        return new AssemblyModel(
            choices.Choices.ToEquatableArray(),
            choices.Scheduler,
            choices.Options.ToEquatableArray(),
            memory,
            choices.Findings.ToEquatableArray());
    }

    public static ProgramModel Program(Compilation compilation, CancellationToken cancellation)
    {
        bool isExecutable =
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        IMethodSymbol? main = isExecutable ? compilation.GetEntryPoint(cancellation) : null;
        bool isOwn = main is not null
            && !main.DeclaringSyntaxReferences.Any(r => GeneratedTrees.Contains(r.SyntaxTree));
        return new ProgramModel(
            isExecutable,
            isOwn ? EntryPointName(main!) : null,
            (compilation.Options as CSharpCompilationOptions)?.AllowUnsafe ?? false);
    }

    private static string EntryPointName(IMethodSymbol main) =>
        main.CanBeReferencedByName ? main.ContainingType.Name + "." + main.Name : "the top-level statements";

    public static LcoreModel? Lcore(IMethodSymbol method, Places? places, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AttributeData? attribute = method.GetAttributes().FirstOrDefault(a => a.Is(KnownTypes.Lcore));
        if (attribute is not { ConstructorArguments.Length: 1 }
            || attribute.ConstructorArguments[0].Value is not int id
            || method.ContainingType is not { } type) return null;
        string place = LcoreModel.PlaceOf(TypeText.FullName(type) + "." + method.Name);
        places?.Add(place, method.Locations.FirstOrDefault(l => l.IsInSource));
        places?.Add(place + "/attribute", attribute);
        LcoreAccess access = Access(method);
        Finding? finding = null;
        if (!IsLoop(method))
            finding = Finding.Of(Diagnostics.LcoreShape, place, method.Name);
        else if (id is < 0 or > LcoreModel.MaxId)
            finding = Finding.Of(Diagnostics.LcoreId, Places.Argument(place + "/attribute", "id"),
                ConstantParser.IntegerCode(id));
        else if (access == LcoreAccess.None)
            finding = Finding.Of(Diagnostics.LcoreNotAccessible, place, type.Name + "." + method.Name, type.Name);
        return new LcoreModel(
            id,
            TypeText.Of(type),
            TypeText.NamespaceOf(type),
            PartParser.Containers(type).Append(PartParser.Header(type)).ToEquatableArray(),
            TypeText.Identifier(method.Name),
            access,
            IsTask(method.ReturnType),
            finding is null ? EquatableArray<Finding>.Empty : new[] { finding }.ToEquatableArray());
    }

    private static bool IsLoop(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            if (type.Arity > 0) return false;
        return method is { MethodKind: MethodKind.Ordinary, IsStatic: true, IsAbstract: false, Arity: 0, Parameters.Length: 0 }
            && (IsTask(method.ReturnType) || method is { ReturnsVoid: true, IsAsync: false });
    }

    private static bool IsTask(ITypeSymbol type) => type is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" }
        && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    private static LcoreAccess Access(IMethodSymbol method)
    {
        bool direct = true;
        bool partial = true;
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            bool visible = symbol.DeclaredAccessibility
                is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
                && symbol is not INamedTypeSymbol { IsFileLocal: true };
            direct &= visible;
            if (symbol is not INamedTypeSymbol type) continue;
            // The hook is internal, so every type around it must be visible as well.
            partial &= visible && type.DeclaringSyntaxReferences.Where(r => !GeneratedTrees.Contains(r.SyntaxTree))
                .Select(r => r.GetSyntax()).OfType<TypeDeclarationSyntax>()
                .All(d => d.Modifiers.Any(SyntaxKind.PartialKeyword));
        }
        return direct ? LcoreAccess.Direct : partial ? LcoreAccess.Hook : LcoreAccess.None;
    }
}
