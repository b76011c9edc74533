using System;
using System.Diagnostics;

static class Case
{
    internal static void Run()
    {
        var watch = Stopwatch.StartNew();
        Console.WriteLine(watch.Elapsed);
    }
}
