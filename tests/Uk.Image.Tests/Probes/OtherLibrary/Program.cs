// Uses a library that was written for .NET with an operating system around it.

using System.CommandLine;

internal static class OtherLibrary
{
    private static int Main(string[] args) => new RootCommand("Says nothing.").Parse(args).Invoke();
}
