using System.IO;

static class Case
{
    internal static void Run()
    {
        FileStream file; // expect: UK2001
        file = new FileStream("a", FileMode.Open); // expect: UK2001
        file.Dispose();
    }
}
