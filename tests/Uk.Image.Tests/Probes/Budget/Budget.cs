// A program that grows when its test says so.

using System;
using System.Collections.Generic;

internal static class Budget
{
    private static void Main()
    {
        Console.WriteLine("small");
#if GROWS
        Console.WriteLine(Ledger.Sum());
#endif
    }
}

#if GROWS
internal static class Ledger
{
    internal static int Sum()
    {
        var sums = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };
        int sum = 0;
        foreach (KeyValuePair<string, int> pair in sums) sum += pair.Key.Length * pair.Value;
        return sum;
    }
}
#endif
