using System.Linq;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int[] numbers, int more)
    {
        int max = numbers.Select(n => n + more).Max(); // expect: UK2107
    }
}
