using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(TimeZoneInfo.Local.Id); // expect: UK2001
    }
}
