// Nobody catches this.

using System;
using System.Runtime.CompilerServices;

internal static class Throw
{
    private static void Main() => Fail(3);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(int count)
    {
        if (count > 2) throw new InvalidOperationException("the pool has 2 mbufs, not 3");
        Console.WriteLine("not reached");
    }
}
