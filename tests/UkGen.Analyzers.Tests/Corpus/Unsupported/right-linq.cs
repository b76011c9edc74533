using System;
using System.Linq;

static class Case
{
    internal static void Run(int[] numbers)
    {
        Console.WriteLine(numbers.Where(n => n > 1).Select(n => n * 2).Sum());
    }
}
