using System.Net.Sockets;

class Case : UdpClient // expect: UK2001
{
}
