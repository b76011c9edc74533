using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        return nameof(Console).Length;
    }
}
