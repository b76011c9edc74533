using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Random.Shared.Next(5));
    }
}
