using System;
using System.Text.Json;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(JsonSerializer.Serialize(5)); // expect: UK2001
    }
}
