using System;
using System.Diagnostics.CodeAnalysis;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        if (number < 0) Stop(number);
    }

    [DoesNotReturn]
    private static void Stop(int number) => throw new InvalidOperationException($"{number}");
}
