using System;
using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        try { Console.WriteLine("a"); }
        catch (SocketException) { } // expect: UK2001
    }
}
