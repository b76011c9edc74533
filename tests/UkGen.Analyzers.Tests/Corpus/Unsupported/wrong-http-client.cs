using System;
using System.Net.Http;
using System.Threading.Tasks;

static class Case
{
    internal static async Task Run()
    {
        using var client = new HttpClient(); // expect: UK2001
        Console.WriteLine(await client.GetStringAsync("http://example"));
    }
}
