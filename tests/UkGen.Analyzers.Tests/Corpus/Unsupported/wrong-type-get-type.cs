using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Type.GetType("System.String")); // expect: UK2001
    }
}
