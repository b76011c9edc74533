// lacking: System.String:M.Concat(System.String,System.String)
using System;

static class Case
{
    internal static void Run(string text)
    {
        Console.WriteLine($"{text}{text}"); // expect: UK2002
    }
}
