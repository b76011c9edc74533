using System;
using System.Diagnostics;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static long Run()
    {
        return Environment.TickCount64 + Stopwatch.GetTimestamp();
    }
}
