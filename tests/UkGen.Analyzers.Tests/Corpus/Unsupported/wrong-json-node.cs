using System;
using System.Text.Json.Nodes;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(JsonNode.Parse("{}")); // expect: UK2001
    }
}
