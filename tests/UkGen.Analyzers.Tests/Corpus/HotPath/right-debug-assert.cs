using System.Diagnostics;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(int number)
    {
        Debug.Assert(number > 0, $"{number}");
        return number;
    }
}
