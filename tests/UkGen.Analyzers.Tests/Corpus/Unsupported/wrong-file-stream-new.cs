using System.IO;

static class Case
{
    internal static void Run()
    {
        var file = new FileStream("a", FileMode.Open); // expect: UK2001
        file.Dispose();
    }
}
