// lacking: System.Runtime.InteropServices.CollectionsMarshal
using System;

static class Case
{
    internal static void Run()
    {
        int[] numbers = [1, 2, 3];
        Console.WriteLine(numbers.Length);
    }
}
