using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int[] numbers)
    {
        var big = from n in numbers where n > 1 select n; // expect: UK2107
    }
}
