using System;
using System.IO;

static class Case
{
    internal static void Run(bool flag)
    {
        if (OperatingSystem.IsWindows() || flag) File.Delete("a"); // expect: UK2001
    }
}
