using System.IO;

static class Case
{
    internal static void Run()
    {
        using var writer = new StreamWriter("a"); // expect: UK2001
        writer.Write("b");
    }
}
