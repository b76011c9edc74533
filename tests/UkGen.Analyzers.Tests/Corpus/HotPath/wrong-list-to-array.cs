using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(System.Collections.Generic.List<int> numbers)
    {
        int[] copy = numbers.ToArray(); // expect: UK2101
    }
}
