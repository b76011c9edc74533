using System.Net.Http;

class Case
{
    private static readonly HttpClient s_client = new(); // expect: UK2001
    internal static HttpClient Client => s_client; // expect: UK2001
}
