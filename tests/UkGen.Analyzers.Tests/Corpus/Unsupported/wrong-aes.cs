using System.Security.Cryptography;

static class Case
{
    internal static void Run()
    {
        using var aes = Aes.Create(); // expect: UK2001
    }
}
