// lacking: System.Runtime.CompilerServices.FormattableStringFactory
using System;

static class Case
{
    internal static void Run()
    {
        FormattableString text = $"{1}"; // expect: UK2002
        Console.WriteLine(text);
    }
}
