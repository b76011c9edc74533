// What only .NET runs stands behind conditions, and an image is made of the rest.

using System;
using System.IO;
using Uk;

internal static class Guarded
{
    private static void Main()
    {
        if (Running.OnDotNet) Console.WriteLine(File.Exists("a"));
        if (!Running.InImage) Console.WriteLine(Environment.MachineName);
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()) Console.WriteLine(TimeZoneInfo.Local.Id);
        Console.WriteLine(Running.InImage ? "image" : "process of " + Environment.UserName);
#if UK_LINUX
        Console.WriteLine("linux");
#elif UK_IMAGE
        Console.WriteLine("other image");
#else
        Console.WriteLine(Environment.CurrentDirectory.Length != 0);
#endif
    }
}
