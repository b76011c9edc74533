using System.Collections.Generic;
using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(List<int> numbers)
    {
        bool any = numbers.Any(); // expect: UK2107
    }
}
