// lacking: System.Runtime.CompilerServices.DefaultInterpolatedStringHandler:M.AppendFormatted``1(``0,System.String)
using System;

static class Case
{
    internal static void Run(int number)
    {
        Console.WriteLine($"{number}");
        Console.WriteLine($"{number:x}"); // expect: UK2002
    }
}
