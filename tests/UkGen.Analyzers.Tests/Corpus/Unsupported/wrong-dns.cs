using System;
using System.Net;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Dns.GetHostName()); // expect: UK2001
    }
}
