using System;
using System.Diagnostics;
using System.IO;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

/// <summary>What is around a program, what exceptions say, loops that could be parallel.</summary>
internal static class SurroundingsCases
{
    public static void Run()
    {
        Suite.Group("surroundings");
        Environment.SetEnvironmentVariable("UK_CASE", "value");
        Suite.Show("variables", $"{Environment.GetEnvironmentVariable("UK_CASE")} {Environment.GetEnvironmentVariable("UK_NONE") is null} {Environment.GetEnvironmentVariables()["UK_CASE"]} {Environment.ExpandEnvironmentVariables("a%UK_CASE%b%UK_NONE%c%d")} {Environment.ExpandEnvironmentVariables("%UK_CASE%%")}");
        Environment.SetEnvironmentVariable("UK_CASE", null);
        Suite.Show("variables.gone", (Environment.GetEnvironmentVariable("UK_CASE") is null).ToString() + Thrown.By(() => Environment.SetEnvironmentVariable("", "x")) + Thrown.By(() => Environment.SetEnvironmentVariable("a=b", "x")) + Thrown.By(() => Environment.SetEnvironmentVariable(null!, "x")) + Thrown.By(() => Environment.ExpandEnvironmentVariables(null!)));
        Suite.Show("environment", $"{Environment.Version.Major} {Environment.SystemPageSize} {Environment.GetCommandLineArgs().Length} {OperatingSystem.IsWindows()} {OperatingSystem.IsBrowser()} {Debugger.IsAttached}");
        Suite.Show("collector", $"{GCSettings.IsServerGC} {(int)GCSettings.LargeObjectHeapCompactionMode}" + Thrown.By(() => GCSettings.LatencyMode = (GCLatencyMode)99));
        StrongBox<int> box = new(3);
        box.Value++;
        Suite.Show("box", $"{box.Value} {((IStrongBox)box).Value}");
        Exception exception = new("m") { Source = "s", HelpLink = "h" };
        exception.Data["k"] = 1;
        Suite.Show("exception", $"{exception.Source} {exception.HelpLink} {exception.Data["k"]} {exception.Data.Count} {new Exception().HelpLink is null}");
        (Exception Exception, string Name)[] exceptions = [(new NotImplementedException(), "notimplemented"), (new ApplicationException(), "application"), (new UnauthorizedAccessException(), "unauthorized"), (new EntryPointNotFoundException(), "entry"), (new UnreachableException(), "unreachable"), (new NotFiniteNumberException(1.5), "notfinite"), (new DuplicateWaitObjectException("p"), "duplicate"), (new BadImageFormatException("m", "f"), "image"), (new PathTooLongException(), "path"), (new InsufficientMemoryException(), "memory"), (new StackOverflowException(), "stack"), (new MulticastNotSupportedException(), "multicast"), (new DirectoryNotFoundException(), "directory"), (new AmbiguousImplementationException(), "ambiguous"), (new FieldAccessException(), "field"), (new AccessViolationException(), "access")];
        foreach ((Exception e, string name) in exceptions) Suite.Show("message." + name, e.Message);
        Loops();
    }

    private static void Loops()
    {
        int[] seen = new int[20];
        Parallel.For(0, 20, i => seen[i] = i * i);
        Suite.Show("parallel.for", string.Join(",", seen));
        object guard = new();
        int sum = 0;
        Parallel.ForEach([1, 2, 3, 4, 5], value =>
        {
            lock (guard) sum += value;
        });
        Suite.Show("parallel.foreach", sum);
        int calls = 0;
        Parallel.Invoke(() => { lock (guard) calls++; }, () => { lock (guard) calls++; });
        Suite.Show("parallel.invoke", calls);
    }
}
