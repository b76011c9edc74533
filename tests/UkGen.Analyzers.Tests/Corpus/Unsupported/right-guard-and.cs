using System.IO;
using Uk;

static class Case
{
    internal static void Run(bool flag)
    {
        if (flag && Running.OnDotNet && File.Exists("a")) File.Delete("a");
    }
}
