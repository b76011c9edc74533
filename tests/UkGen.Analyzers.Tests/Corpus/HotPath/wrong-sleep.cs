using System.Threading;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Thread.Sleep(1); // expect: UK2104
    }
}
