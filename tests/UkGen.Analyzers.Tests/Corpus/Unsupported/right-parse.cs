using System;
using System.Globalization;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(int.Parse("5", CultureInfo.InvariantCulture) + double.Parse("5"));
    }
}
