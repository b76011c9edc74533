using System;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

static class Case
{
    internal static void Run()
    {
        if (Avx2.IsSupported) Console.WriteLine(Vector256.Sum(Vector256.Create(1)));
    }
}
