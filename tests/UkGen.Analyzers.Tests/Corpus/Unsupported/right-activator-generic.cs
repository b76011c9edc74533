using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Make<object>());
    }

    private static T Make<T>() where T : new() => new T();
}
