using System;

static class Case
{
    internal static void Run()
    {
        Func<int, int> twice = x => x * 2;
        Action<string> print = Console.WriteLine;
        print(twice(2).ToString());
    }
}
