// Writes where the image keeps what is never written: the pages are read-only.

using System;
using System.Runtime.CompilerServices;

internal static unsafe class WriteToConstants
{
    private static ReadOnlySpan<byte> Constants => [3, 1, 4, 1, 5, 9, 2, 6];

    private static void Main()
    {
        fixed (byte* constants = Constants) Overwrite(constants);
        Console.WriteLine("not reached");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Overwrite(byte* address) => *address = 2;
}
