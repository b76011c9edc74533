// Writes where the program starts: Main where the application has an lcore, else what runs before the Main that the
// application has itself.

namespace UkGen.Composition;

internal static class EntryPointEmitter
{
    private const string HookName = "RunLcore0";

    public static string Emit(CompositionModel composition, NamesModel names)
    {
        TypeNames types = new(names, Resolver.Namespace);
        IndentedWriter body = new();
        body.Block("namespace " + Resolver.Namespace, () =>
        {
            if (composition.Entry == EntryKind.Main) Main(body, composition, types);
            else BeforeMain(body, types);
        });
        if (composition.Lcore is { Access: LcoreAccess.Hook } lcore) Hook(body, lcore);
        IndentedWriter writer = new();
        string what = composition.Entry == EntryKind.Main
            ? "The program: brings up the composition, then runs the loop of lcore 0."
            : "Brings up the composition before the application's own entry point runs.";
        CompositionEmitter.Header(writer, ["Written by UkGen.Composition.", what]);
        foreach (string import in types.Imports) writer.Line(import);
        writer.Separate();
        return writer + body.ToString();
    }

    private static void Main(IndentedWriter writer, CompositionModel composition, TypeNames types)
    {
        LcoreModel lcore = composition.Lcore!;
        string method = lcore.Access == LcoreAccess.Hook ? HookName : lcore.Method;
        writer.Block("internal static class EntryPoint", () =>
            writer.Block("private static void Main()", () =>
            {
                if (composition.HasContent) writer.Line("Composition.Initialize();");
                writer.Line(types.Write(lcore.Type) + "." + method + "();");
            }));
    }

    private static void BeforeMain(IndentedWriter writer, TypeNames types)
    {
        types.Import("System.Runtime.CompilerServices");
        writer.Block("internal static class EntryPoint", () =>
        {
            writer.Line("[ModuleInitializer]");
            writer.Line("internal static void BeforeMain() => Composition.Initialize();");
        });
    }

    /// <summary>The loop is private: a method beside it lets the entry point in.</summary>
    private static void Hook(IndentedWriter writer, LcoreModel lcore)
    {
        writer.Separate();
        if (lcore.Namespace.Length == 0) Containers(writer, lcore, 0);
        else writer.Block("namespace " + lcore.Namespace, () => Containers(writer, lcore, 0));
    }

    private static void Containers(IndentedWriter writer, LcoreModel lcore, int depth)
    {
        if (depth < lcore.Containers.Count)
            writer.Block("partial " + lcore.Containers[depth], () => Containers(writer, lcore, depth + 1));
        else
            writer.Line("internal static void " + HookName + "() => " + lcore.Method + "();");
    }
}
