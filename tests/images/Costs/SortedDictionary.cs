using System;
using System.Collections.Generic;

SortedDictionary<int, int> sorted = new() { [2] = 1, [1] = 2 };
foreach (KeyValuePair<int, int> pair in sorted) Console.WriteLine(pair.Key == 1 ? "first" : "second");
