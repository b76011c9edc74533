using System;

static class Case
{
    internal static void Run()
    {
        Environment.ExitCode = 1; // expect: UK2001
    }
}
