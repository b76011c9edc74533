using System;
using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(default(SocketInformation).Equals(null)); // expect: UK2001
    }
}
