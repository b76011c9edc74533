// Has no heap, and allocates: itself, and through the core library.

using System;
using System.Runtime.CompilerServices;
using Uk;

[assembly: Heap(HeapPolicy.None)]

internal static class NoHeapAllocates
{
    private static int[]? s_kept;

    private static void Main()
    {
        Itself(Environment.CurrentManagedThreadId);
        Through(Environment.CurrentManagedThreadId);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Itself(int length) => s_kept = new int[length];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Through(int number) => Console.WriteLine("number " + number);
}
