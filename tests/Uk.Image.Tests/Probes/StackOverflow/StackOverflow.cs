// Calls itself until the stack ends.

using System;
using System.Runtime.CompilerServices;

internal static class StackOverflow
{
    private static int s_depth;

    private static void Main()
    {
        Deeper();
        Console.WriteLine("not reached");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Deeper()
    {
        s_depth++;
        Deeper();
        s_depth--;
    }
}
