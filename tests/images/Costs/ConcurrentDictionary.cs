using System;
using System.Collections.Concurrent;

ConcurrentDictionary<int, string> names = new();
Console.WriteLine(names.GetOrAdd(1, "done"));
