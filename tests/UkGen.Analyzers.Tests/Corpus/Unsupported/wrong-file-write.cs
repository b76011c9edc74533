using System.IO;

static class Case
{
    internal static void Run()
    {
        File.WriteAllText("a", "b"); // expect: UK2001
    }
}
