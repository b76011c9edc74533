using System;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(Enum.GetName(DayOfWeek.Monday) + DayOfWeek.Friday);
    }
}
