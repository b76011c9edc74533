using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(List<int> numbers)
    {
        int sum = 0;
        foreach (int number in numbers) sum += number;
        return sum;
    }
}
