using System;
using System.Net.Sockets;

static class Case
{
    internal static void Run(object value)
    {
        Console.WriteLine((value as Socket) is null); // expect: UK2001
    }
}
