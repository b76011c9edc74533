// Works in a region: many times the memory that the machine has, given back as a whole after every turn. Then it breaks
// the rule, and is told so.

using System;
using System.Collections.Generic;
using Uk;

[assembly: Heap(HeapPolicy.Region)]

internal static class RegionHeap
{
    private static readonly List<string> s_log = [];
    private static string? s_kept;

    private static int Work(int turn)
    {
        Dictionary<int, string> table = [];
        for (int i = 0; i < 2_000; i++) table[i] = $"turn {turn} entry {i}";
        return table[1_999].Length;
    }

    private static void Main()
    {
        s_kept = "kept " + Environment.CurrentManagedThreadId;
        s_log.Add("first");
        int length = Work(0);
        Heap.Keep();
        for (int turn = 1; turn <= 300; turn++)
        {
            length += Work(turn);
            Heap.Reset();
        }
        Console.WriteLine($"{s_kept}, {s_log.Count} logged, {length} characters, {GC.GetTotalAllocatedBytes() >> 20} MiB allocated, {GC.GetTotalMemory(false) >> 20} MiB in use");
        s_kept = "new " + length;
        try
        {
            Heap.Reset();
            Console.WriteLine("reset");
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine(e.Message);
        }
        s_kept = null;
        Heap.Reset();
        Console.WriteLine("done");
    }
}
