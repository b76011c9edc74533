// lacking: System.Span`1:M.Slice(System.Int32,System.Int32)
using System;

static class Case
{
    internal static void Run(Span<int> numbers)
    {
        Console.WriteLine(numbers[1..2].Length); // expect: UK2002
    }
}
