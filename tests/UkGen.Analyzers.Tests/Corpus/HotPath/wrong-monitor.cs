using System.Threading;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(object gate)
    {
        Monitor.Enter(gate); // expect: UK2104
    }
}
