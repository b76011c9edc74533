using System;
using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(typeof(Socket)); // expect: UK2001
    }
}
