// Compiles against .NET, but calls what the core library of an image does not have.

using System;
using System.IO;

internal static class MissingMember
{
    private static void Main()
    {
        Zones();
        Files();
    }

    private static void Zones() => Console.WriteLine(TimeZoneInfo.Local.Id);

    private static void Files() => Console.WriteLine(File.ReadAllText("/etc/hostname"));

    private static void NotCalled() => Console.WriteLine(TimeZoneInfo.Utc.Id);
}
