using System;
using System.Reflection;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Assembly.GetExecutingAssembly()); // expect: UK2001
    }
}
