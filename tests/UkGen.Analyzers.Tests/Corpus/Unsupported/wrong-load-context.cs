using System.Runtime.Loader;

static class Case
{
    internal static void Run()
    {
        AssemblyLoadContext.Default.LoadFromAssemblyPath("a"); // expect: UK2001
    }
}
