using System.Runtime.Versioning;
using Microsoft.Win32;

static class Case
{
    [SupportedOSPlatform("windows")]
    internal static object? Run() => Registry.GetValue("a", "b", null);
}
