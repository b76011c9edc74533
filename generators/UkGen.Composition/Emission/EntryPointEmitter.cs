// Writes where the program starts: Main where the application has lcores, else what runs before the Main that the
// application has itself.

using System.Linq;

namespace UkGen.Composition;

internal static class EntryPointEmitter
{
    private const string HookPrefix = "RunLcore";

    public static string Emit(CompositionModel composition, NamesModel names)
    {
        TypeNames types = new(names, Resolver.Namespace);
        IndentedWriter body = new();
        body.Block("namespace " + Resolver.Namespace, () =>
        {
            if (composition.Entry == EntryKind.Main) Main(body, composition, types);
            else BeforeMain(body, composition, types);
        });
        if (composition.Lcores is { } lcores)
        {
            foreach (LcoreModel lcore in lcores.Loops.Where(l => l.Access == LcoreAccess.Hook)) Hook(body, lcore);
            Identity(body, composition, lcores);
        }
        IndentedWriter writer = new();
        string what = composition.Lcores switch
        {
            null => "Brings up the composition before the application's own entry point runs.",
            { Loops.Count: 1 } => "The program: brings up the composition, then runs the loop of lcore 0.",
            _ => "The program: brings up the composition, then runs the loop of each lcore on its processor.",
        };
        CompositionEmitter.Header(writer, ["Written by UkGen.Composition.", what]);
        foreach (string import in types.Imports) writer.Line(import);
        writer.Separate();
        return writer + body.ToString();
    }

    private static void Main(IndentedWriter writer, CompositionModel composition, TypeNames types)
    {
        LcoresModel lcores = composition.Lcores!;
        bool isSeveral = lcores.Loops.Count > 1;
        writer.Block("internal static class EntryPoint", () =>
        {
            writer.Block("private static void Main()", () =>
            {
                if (composition.HasContent) writer.Line(Start(composition) + ";");
                if (!isSeveral) writer.Line(Call(lcores.Loops[0], types) + ";");
                else if (lcores.Processors is null) writer.Line(PartEmitter.Incomplete + ";");
                else writer.Line(types.Write(lcores.Processors) + ".Run<Loops>("
                    + ConstantParser.IntegerCode(lcores.Loops.Count) + ");");
            });
            if (composition.HasContent) StartInProcess(writer, composition);
            if (isSeveral && lcores.Processors is not null) Loops(writer, lcores, types);
        });
    }

    private static string Start(CompositionModel composition) => composition.Target == Targets.Host ? "Start()" : "Composition.Initialize()";

    /// <summary>
    /// In a .NET process: what a library refuses at the start (a port that is not there, a wrong option) is a line for the
    /// user, not a stack, unless a debugger looks on. An image's own end prints the message first. Names are written in full:
    /// the user's may be the same.
    /// </summary>
    private static void StartInProcess(IndentedWriter writer, CompositionModel composition)
    {
        if (composition.Target != Targets.Host) return;
        writer.Separate();
        writer.Line("/// <summary>What is refused is said in a line; a debugger sees where.</summary>");
        writer.Block("private static void Start()", () =>
        {
            writer.Block("try", () => writer.Line("Composition.Initialize();"));
            writer.Block("catch (global::System.InvalidOperationException refusal) when (!global::System.Diagnostics.Debugger.IsAttached)", () =>
            {
                writer.Line("global::System.Console.Error.WriteLine(\"error: \" + refusal.Message);");
                writer.Line("global::System.Environment.Exit(1);");
            });
        });
    }

    private static void Loops(IndentedWriter writer, LcoresModel lcores, TypeNames types)
    {
        writer.Separate();
        writer.Block("private struct Loops : " + types.Write(LcoresModel.LoopsContract) + "<Loops>", () =>
            writer.Block("public static void Run(int lcore)", () =>
                writer.Block("switch (lcore)", () =>
                {
                    foreach (LcoreModel lcore in lcores.Loops)
                        writer.Line("case " + ConstantParser.IntegerCode(lcore.Id) + ": " + Call(lcore, types) + "; break;");
                })));
    }

    private static string Call(LcoreModel lcore, TypeNames types) =>
        types.Write(lcore.Type) + "." + (lcore.Access == LcoreAccess.Hook ? HookName(lcore) + "()" : Run(lcore));

    /// <summary>Who waits for a task runs the other tasks of its lcore meanwhile.</summary>
    private static string Run(LcoreModel lcore) => lcore.Method + "()" + (lcore.IsTask ? ".GetAwaiter().GetResult()" : "");

    private static string HookName(LcoreModel lcore) => HookPrefix + ConstantParser.IntegerCode(lcore.Id);

    private static void BeforeMain(IndentedWriter writer, CompositionModel composition, TypeNames types)
    {
        types.Import("System.Runtime.CompilerServices");
        writer.Block("internal static class EntryPoint", () =>
        {
            writer.Line("[ModuleInitializer]");
            writer.Line("internal static void BeforeMain() => " + Start(composition) + ";");
            StartInProcess(writer, composition);
        });
    }

    /// <summary>Lcore.Id and Lcore.Count, for the application. Its names are written in full: the class stands in Uk.</summary>
    private static void Identity(IndentedWriter writer, CompositionModel composition, LcoresModel lcores)
    {
        bool isSeveral = lcores.Loops.Count > 1;
        writer.Separate();
        writer.Block("namespace Uk", () =>
        {
            writer.Line("/// <summary>The logical cores of this program. DPDK: <c>rte_lcore.h</c>.</summary>");
            writer.Block("internal static class Lcore", () =>
            {
                writer.Line("/// <summary>How many there are: each has a loop.</summary>");
                writer.Line("public const int Count = " + ConstantParser.IntegerCode(lcores.Loops.Count) + ";");
                writer.Separate();
                writer.Line("/// <summary>The one that executes the caller, from 0 to Count - 1.</summary>");
                string id = !isSeveral ? "0"
                    : lcores.Identity is null || !composition.IsComplete ? PartEmitter.Incomplete
                    : "global::" + TypeNames.Qualified.Write(lcores.Identity.Text).Replace("<", "<global::").Replace(", ", ", global::") + ".Id";
                writer.Line("public static int Id => " + id + ";");
            });
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
            writer.Line("internal static void " + HookName(lcore) + "() => " + Run(lcore) + ";");
    }
}
