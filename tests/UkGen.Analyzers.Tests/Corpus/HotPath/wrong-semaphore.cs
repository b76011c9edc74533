using System.Threading;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(SemaphoreSlim gate)
    {
        gate.Wait(); // expect: UK2104
    }
}
