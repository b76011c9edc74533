using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        Trace.WriteLine("a"); // expect: UK2001
    }
}
