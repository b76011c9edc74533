using System;
using System.Security.Cryptography;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(SHA256.HashData(new byte[4]).Length); // expect: UK2001
    }
}
