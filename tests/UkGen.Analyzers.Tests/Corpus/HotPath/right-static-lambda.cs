using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Func<int, int> twice = static x => x * 2;
        GC.KeepAlive(twice);
    }
}
