using System;
using System.Numerics;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Sum<int>([1, 2]));
    }

    private static T Sum<T>(ReadOnlySpan<T> values) where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T value in values) sum += value;
        return sum;
    }
}
