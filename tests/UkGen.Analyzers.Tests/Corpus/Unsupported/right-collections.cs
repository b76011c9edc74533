using System;
using System.Collections.Generic;

static class Case
{
    internal static void Run()
    {
        var names = new Dictionary<string, List<int>> { ["a"] = [1, 2] };
        foreach ((string name, List<int> values) in names) Console.WriteLine($"{name}: {values.Count}");
    }
}
