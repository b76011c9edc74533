using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        if (!OperatingSystem.IsWindows()) File.Delete("a"); // expect: UK2001
    }
}
