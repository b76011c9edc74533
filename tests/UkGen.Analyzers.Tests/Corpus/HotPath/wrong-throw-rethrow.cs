using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        try { number /= 2; }
        catch (DivideByZeroException) { throw; } // expect: UK2102
    }
}
