using System;
using System.Threading;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Timeout.Infinite);
    }
}
