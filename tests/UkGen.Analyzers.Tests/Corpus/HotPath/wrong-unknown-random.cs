using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        int number = Random.Shared.Next(); // expect: UK2106 UK2103
    }
}
