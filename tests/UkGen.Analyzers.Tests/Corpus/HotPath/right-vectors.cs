using System;
using System.Runtime.Intrinsics;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        return Vector128.Sum(Vector128.Create(1) + Vector128<int>.Zero);
    }
}
