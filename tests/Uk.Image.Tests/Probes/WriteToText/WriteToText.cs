// Writes to its own code, which may only be read and executed.

using System;
using System.Runtime.CompilerServices;

internal static unsafe class WriteToText
{
    private static void Main()
    {
        delegate*<void> code = &Code;
        *(byte*)code = 0xC3;
        Console.WriteLine("not reached");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Code() => Console.WriteLine("not reached");
}
