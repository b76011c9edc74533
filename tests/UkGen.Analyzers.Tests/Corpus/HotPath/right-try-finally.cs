using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(ref int count)
    {
        try { count++; }
        finally { count--; }
    }
}
