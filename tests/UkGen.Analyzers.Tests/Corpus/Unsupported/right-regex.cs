using System;
using System.Text.RegularExpressions;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Regex.IsMatch("abc", "b"));
    }
}
