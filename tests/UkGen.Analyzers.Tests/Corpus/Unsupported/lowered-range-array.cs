// lacking: System.Runtime.CompilerServices.RuntimeHelpers:M.GetSubArray``1(``0[],System.Range)
using System;

static class Case
{
    internal static void Run(int[] numbers)
    {
        Console.WriteLine(numbers[1..].Length); // expect: UK2002
    }
}
