using System.IO;
using System.Runtime.Versioning;

static class Case
{
    [UnsupportedOSPlatform("unikernel")]
    internal static void Run() => File.Delete("a");
}
