// lacking: System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine($"{nameof(Console)}");
    }
}
