using System;
using System.Globalization;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(new GregorianCalendar().GetYear(DateTime.UtcNow)); // expect: UK2001
    }
}
