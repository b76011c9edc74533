using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        var client = new UdpClient(7); // expect: UK2001
    }
}
