using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        var sockets = new Socket[4]; // expect: UK2001
    }
}
