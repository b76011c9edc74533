using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(List<int> numbers)
    {
        numbers.Add(1); // expect: UK2106
    }
}
