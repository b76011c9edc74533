using System;
using System.Globalization;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(CultureInfo.InvariantCulture.TextInfo.ToTitleCase("a")); // expect: UK2001
    }
}
