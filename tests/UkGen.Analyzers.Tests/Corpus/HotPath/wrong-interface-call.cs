using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(System.IComparable compared)
    {
        int order = compared.CompareTo(null); // expect: UK2103
    }
}
