using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(typeof(string).Name + typeof(string).FullName + new object().GetType());
    }
}
