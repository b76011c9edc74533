using System;

static class Case
{
    internal static void Run()
    {
        dynamic value = 5;
        Console.WriteLine(value.ToString()); // expect: UK2002
    }
}
