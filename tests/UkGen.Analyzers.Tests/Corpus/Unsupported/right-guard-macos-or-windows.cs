using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        if (OperatingSystem.IsMacOS() || OperatingSystem.IsWindows()) File.Delete("a");
    }
}
