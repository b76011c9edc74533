using System;
using System.Collections.Immutable;

static class Case
{
    internal static void Run()
    {
        ImmutableArray<int> numbers = [1, 2];
        Console.WriteLine(numbers.Length);
    }
}
