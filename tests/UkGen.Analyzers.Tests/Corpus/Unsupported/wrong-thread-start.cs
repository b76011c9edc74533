using System.Threading;

static class Case
{
    internal static void Run()
    {
        var thread = new Thread(() => { }); // expect: UK2001
        thread.Start(); // expect: UK2001
    }
}
