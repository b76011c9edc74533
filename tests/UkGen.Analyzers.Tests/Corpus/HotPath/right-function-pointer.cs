using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(delegate*<int, int> twice, int number)
    {
        return twice(number);
    }
}
