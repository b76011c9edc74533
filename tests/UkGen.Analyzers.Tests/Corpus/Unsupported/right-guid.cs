using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Guid.NewGuid());
    }
}
