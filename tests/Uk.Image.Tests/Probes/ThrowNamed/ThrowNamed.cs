// Nobody catches what this throws, and the image has the names for it.

using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Probes.Named;

internal sealed class PoolException(string message, Exception inner) : Exception(message, inner);

internal sealed class Pool<T>
{
    internal sealed class Slot(int number)
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Take(List<T> from)
        {
            try
            {
                Parse(number, "three");
            }
            catch (FormatException e)
            {
                throw new PoolException("the pool has " + from.Count, e);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static int Parse(int count, string text) => count > 2 ? throw new FormatException("not a number: " + text) : count;
    }
}

internal static class Program
{
    private static void Main()
    {
        new Pool<int>.Slot(3).Take([1, 2]);
        Console.WriteLine("not reached");
    }
}
