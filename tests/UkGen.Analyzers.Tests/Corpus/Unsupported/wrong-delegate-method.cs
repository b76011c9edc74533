using System;

static class Case
{
    internal static void Run()
    {
        Action action = () => { };
        Console.WriteLine(action.Method.Name); // expect: UK2001
    }
}
