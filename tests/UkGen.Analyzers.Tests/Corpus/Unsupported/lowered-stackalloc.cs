// lacking: System.Span`1:M.#ctor(System.Void*,System.Int32)
using System;

static class Case
{
    internal static void Run()
    {
        Span<int> numbers = stackalloc int[4]; // expect: UK2002
        Console.WriteLine(numbers.Length);
    }
}
