using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.OnDotNet) Delete();
        static void Delete() => File.Delete("a");
    }
}
