using System.Threading;

static class Case
{
    internal static void Run()
    {
        Thread.CurrentThread.Join(); // expect: UK2001
    }
}
