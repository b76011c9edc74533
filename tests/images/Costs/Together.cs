// Exceptions, the collector, async and three collections in one program.

using System;
using System.Collections.Generic;
using System.Threading.Tasks;

Dictionary<string, int> counts = new();
PriorityQueue<string, int> order = new();
HashSet<int> seen = [];
try
{
    await Count();
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.Message);
}
while (order.TryDequeue(out string? word, out int priority)) Console.WriteLine($"{word} {priority} {counts[word]}");

async Task Count()
{
    foreach (string word in "one two three two".Split(' '))
    {
        counts[word] = counts.GetValueOrDefault(word) + 1;
        if (seen.Add(word.Length)) order.Enqueue(word, word.Length);
        await Task.Delay(1);
    }
    throw new InvalidOperationException($"{counts.Count} words");
}
