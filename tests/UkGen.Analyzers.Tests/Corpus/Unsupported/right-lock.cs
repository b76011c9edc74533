using System.Threading;

static class Case
{
    internal static void Run(object gate, ref int count)
    {
        lock (gate) Interlocked.Increment(ref count);
        Monitor.Enter(gate);
        Monitor.Exit(gate);
    }
}
