// lacking: System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
using System;

static class Case
{
    internal static void Run(int number)
    {
        Console.WriteLine($"{number} packets"); // expect: UK2002
    }
}
