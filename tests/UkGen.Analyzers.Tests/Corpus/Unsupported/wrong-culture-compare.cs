using System;
using System.Globalization;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(CultureInfo.InvariantCulture.CompareInfo.Compare("a", "b")); // expect: UK2001
    }
}
