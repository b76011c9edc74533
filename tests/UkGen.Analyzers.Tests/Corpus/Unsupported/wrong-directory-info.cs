using System.IO;

static class Case
{
    internal static void Run()
    {
        new DirectoryInfo("a").Create(); // expect: UK2001
    }
}
