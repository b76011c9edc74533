using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(int number)
    {
        return number switch { < 0 => -1, 0 => 0, > 0 and < 10 => 1, _ => 2 };
    }
}
