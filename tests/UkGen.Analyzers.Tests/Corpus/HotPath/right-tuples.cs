using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(int number)
    {
        (int a, int b) = (number, 2);
        return (a, b) == (1, 2) ? a : b;
    }
}
