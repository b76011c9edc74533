using System.Timers;

static class Case
{
    internal static void Run()
    {
        var timer = new Timer(100); // expect: UK2001
    }
}
