using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(System.Action run)
    {
        run(); // expect: UK2103
    }
}
