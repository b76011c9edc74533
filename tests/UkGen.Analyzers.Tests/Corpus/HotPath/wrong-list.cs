using System;
using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        List<int> numbers = []; 
        List<int> more = [1]; // expect: UK2101
    }
}
