using System.IO;
using System.Runtime.Versioning;

static class Case
{
    internal static void Run()
    {
        if (IsProcess) File.Delete("a");
    }

    [UnsupportedOSPlatformGuard("unikernel")]
    private static bool IsProcess => Uk.Running.OnDotNet;
}
