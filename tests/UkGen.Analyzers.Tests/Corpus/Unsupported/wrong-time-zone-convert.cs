using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(TimeZoneInfo.ConvertTimeToUtc(DateTime.UtcNow)); // expect: UK2001
    }
}
