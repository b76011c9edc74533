// A small job: from the start of the process to its result is what build/bench.sh lang times.

using System;
using System.Collections.Generic;
using System.Text;

Dictionary<string, int> counts = [];
foreach (string word in "the quick brown fox jumps over the lazy dog and the other dog".Split(' '))
    counts[word] = counts.GetValueOrDefault(word) + 1;

List<KeyValuePair<string, int>> sorted = new(counts);
sorted.Sort((a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.Key, b.Key));

StringBuilder line = new();
foreach ((string word, int count) in sorted) line.Append($"{word}={count} ");
Console.WriteLine(line.ToString().TrimEnd());
