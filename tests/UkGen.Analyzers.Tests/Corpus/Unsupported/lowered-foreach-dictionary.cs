// lacking: System.Collections.Generic.Dictionary`2.Enumerator:M.MoveNext
using System;
using System.Collections.Generic;

static class Case
{
    internal static void Run(Dictionary<int, int> entries)
    {
        foreach (var entry in entries) Console.WriteLine(entry.Key); // expect: UK2002
    }
}
