using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(DateTime.UtcNow.AddDays(1).ToString("O") + DateTime.Now + DateTimeOffset.UtcNow);
    }
}
