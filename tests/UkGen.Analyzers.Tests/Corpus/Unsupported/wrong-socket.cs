using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        var socket = new Socket(SocketType.Dgram, ProtocolType.Udp); // expect: UK2001
        socket.Close();
    }
}
