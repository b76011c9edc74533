using System.Net;
using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        var listener = new TcpListener(IPAddress.Any, 80); // expect: UK2001 UK2001
    }
}
