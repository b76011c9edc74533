// lacking: System.Collections.IEnumerator
using System;

static class Case
{
    internal static void Run(int[] numbers)
    {
        foreach (int number in numbers) Console.WriteLine(number);
    }
}
