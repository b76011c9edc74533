using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Activator.CreateInstance(typeof(object))); // expect: UK2001
    }
}
