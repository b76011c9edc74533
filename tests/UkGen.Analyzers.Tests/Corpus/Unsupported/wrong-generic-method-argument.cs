using System;
using System.Linq;
using System.Net.Sockets;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Enumerable.Empty<Socket>().Any()); // expect: UK2001
    }
}
