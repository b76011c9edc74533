using System;
using System.Net;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(IPAddress.Parse("10.0.0.1")); // expect: UK2001
    }
}
