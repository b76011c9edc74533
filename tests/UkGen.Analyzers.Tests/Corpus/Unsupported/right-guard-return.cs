using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.InImage) return;
        File.Delete("a");
    }
}
