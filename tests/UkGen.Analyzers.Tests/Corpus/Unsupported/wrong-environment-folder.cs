using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Environment.GetFolderPath(Environment.SpecialFolder.Desktop)); // expect: UK2001
    }
}
