using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Environment.UserName); // expect: UK2001
    }
}
