using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(AppDomain.CurrentDomain.FriendlyName); // expect: UK2001
    }
}
