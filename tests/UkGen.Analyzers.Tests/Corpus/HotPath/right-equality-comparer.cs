using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static bool Run(int number)
    {
        return EqualityComparer<int>.Default.Equals(number, 1) && Comparer<int>.Default.Compare(number, 2) < 0;
    }
}
