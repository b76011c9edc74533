using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int[] numbers)
    {
        var copy = numbers.ToList(); // expect: UK2107
    }
}
