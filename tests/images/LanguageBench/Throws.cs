using System;
using System.Runtime.CompilerServices;

internal static class Throws
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fail(int value) => value >= 0 ? throw new InvalidOperationException("no") : value;

    public static long Near()
    {
        int caught = 0;
        for (int i = 0; i < 500; i++)
        {
            try
            {
                Fail(i);
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }
        return caught;
    }

    private static int s_finally;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Descend(int depth)
    {
        try
        {
            return depth == 0 ? Fail(depth) : Descend(depth - 1) + 1;
        }
        finally
        {
            s_finally++;
        }
    }

    public static long Deep()
    {
        int caught = 0;
        s_finally = 0;
        for (int i = 0; i < 100; i++)
        {
            try
            {
                Descend(20);
            }
            catch (Exception e) when (e.Message == "no")
            {
                caught++;
            }
        }
        return caught * 10_000L + s_finally;
    }
}
