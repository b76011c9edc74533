using System;

static class Case
{
    internal static void Run(string text)
    {
        Console.WriteLine(text switch { "a" => 1, "b" => 2, "c" => 3, "d" => 4, "e" => 5, "f" => 6, "g" => 7, "h" => 8, _ => 0 });
    }
}
