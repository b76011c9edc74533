using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(IReadOnlyList<int> numbers)
    {
        foreach (int number in numbers) Use(number); // expect: UK2101
    }

    private static void Use(int number)
    {
    }
}
