using System.Threading;

static class Case
{
    internal static void Run()
    {
        var mutex = new Mutex(false, "a"); // expect: UK2001
        mutex.WaitOne();
    }
}
