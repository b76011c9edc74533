// lacking: System.Span`1:P.Item(System.Int32)
using System;

static class Case
{
    internal static void Run(Span<int> numbers)
    {
        Console.WriteLine(numbers[^1]); // expect: UK2002
    }
}
