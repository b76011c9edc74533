// lacking: System.Runtime.InteropServices.CollectionsMarshal:M.SetCount``1(System.Collections.Generic.List{``0},System.Int32)
using System;
using System.Collections.Generic;

static class Case
{
    internal static void Run()
    {
        List<int> numbers = [1, 2, 3]; // expect: UK2002
        Console.WriteLine(numbers.Count);
    }
}
