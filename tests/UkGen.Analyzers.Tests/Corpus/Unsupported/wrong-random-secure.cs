using System;
using System.Security.Cryptography;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(RandomNumberGenerator.GetInt32(5)); // expect: UK2001
    }
}
