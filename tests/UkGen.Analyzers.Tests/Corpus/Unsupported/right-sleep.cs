using System.Threading;

static class Case
{
    internal static void Run()
    {
        Thread.Sleep(1);
        Thread.Yield();
    }
}
