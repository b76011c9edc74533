// lacking: System.Runtime.InteropServices.ImmutableCollectionsMarshal
using System;
using System.Collections.Immutable;

static class Case
{
    internal static void Run()
    {
        ImmutableArray<int> numbers = [1, 2, 3]; // expect: UK2002
        Console.WriteLine(numbers.Length);
    }
}
