// lacking: System.Runtime.CompilerServices.DefaultInterpolatedStringHandler:M.AppendFormatted``1(``0,System.Int32)
using System;

static class Case
{
    internal static void Run(int number)
    {
        Console.WriteLine($"{number,5}"); // expect: UK2002
    }
}
