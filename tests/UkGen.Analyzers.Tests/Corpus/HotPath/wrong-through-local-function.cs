using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Go();
        static void Go() => Console.WriteLine("x"); // expect: UK2104
    }
}
