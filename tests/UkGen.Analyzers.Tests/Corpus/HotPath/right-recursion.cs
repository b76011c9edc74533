using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(int number)
    {
        return number <= 1 ? 1 : Run(number - 1);
    }
}
