// lacking: System.String:M.Substring(System.Int32,System.Int32)
using System;

static class Case
{
    internal static void Run(string text)
    {
        Console.WriteLine(text[1..2]); // expect: UK2002
    }
}
