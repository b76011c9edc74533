using System.Net.Sockets;

static class Case
{
    internal static void Run(object value)
    {
        var socket = (Socket)value; // expect: UK2001
    }
}
