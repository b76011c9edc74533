using System.IO;
using System.Runtime.Versioning;

[assembly: UnsupportedOSPlatform("unikernel")]

static class Case
{
    internal static void Run() => File.Delete("a");
}
