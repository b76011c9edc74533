using System.Threading;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(ref int count)
    {
        Interlocked.Increment(ref count);
        Volatile.Write(ref count, Volatile.Read(ref count) + 1);
    }
}
