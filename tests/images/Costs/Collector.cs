using System;

object? last = null;
for (int i = 0; i < 1000; i++) last = new object[1000];
Console.WriteLine(last is null ? "none" : "done");
