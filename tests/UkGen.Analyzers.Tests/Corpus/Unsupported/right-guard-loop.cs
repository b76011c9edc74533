using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        while (Running.OnDotNet)
        {
            File.Delete("a");
            break;
        }
    }
}
