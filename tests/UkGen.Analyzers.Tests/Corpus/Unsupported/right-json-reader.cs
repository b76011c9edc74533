using System;
using System.Text;
using System.Text.Json;

static class Case
{
    internal static void Run()
    {
        using JsonDocument document = JsonDocument.Parse("{}");
        Console.WriteLine(document.RootElement.GetRawText());
        var reader = new Utf8JsonReader("{}"u8);
        reader.Read();
    }
}
