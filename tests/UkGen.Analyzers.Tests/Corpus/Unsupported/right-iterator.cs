using System;
using System.Collections.Generic;

static class Case
{
    internal static void Run()
    {
        foreach (int number in Count()) Console.WriteLine(number);
    }

    private static IEnumerable<int> Count()
    {
        for (int i = 0; i < 3; i++) yield return i;
    }
}
