using System;
using System.Net.Sockets;

static class Case
{
    internal static void Run(object value)
    {
        if (value is Socket) Console.WriteLine("socket"); // expect: UK2001
    }
}
