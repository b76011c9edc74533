using System.Threading;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Lock gate, ref int count)
    {
        lock (gate) count++; // expect: UK2104
    }
}
