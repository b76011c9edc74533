using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        Process.Start("ls"); // expect: UK2001
    }
}
