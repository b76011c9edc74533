using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(int number)
    {
        if (number < 0) Report($"{number}", new object());
    }

    [ColdPath("seldom")]
    private static void Report(string text, object more) => Console.WriteLine(text);
}
