using System;

static class Case
{
    internal static void Run()
    {
        Console.CancelKeyPress += (sender, e) => { }; // expect: UK2001
    }
}
