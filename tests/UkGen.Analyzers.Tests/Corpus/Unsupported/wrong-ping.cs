using System.Net.NetworkInformation;

static class Case
{
    internal static void Run()
    {
        var ping = new Ping(); // expect: UK2001
    }
}
