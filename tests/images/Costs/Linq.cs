using System;
using System.Linq;

int[] numbers = [3, 1, 2];
Console.WriteLine(numbers.Where(x => x > 1).Select(x => x * 2).OrderBy(x => x).First() == 4 ? "done" : "failed");
