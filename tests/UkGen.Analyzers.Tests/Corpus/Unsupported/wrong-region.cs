using System;
using System.Globalization;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(RegionInfo.CurrentRegion.Name); // expect: UK2001
    }
}
