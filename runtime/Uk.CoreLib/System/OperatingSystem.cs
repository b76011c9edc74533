// What is around the program: the Linux kernel, or nothing.

using Internal.Runtime;

namespace System;

public sealed partial class OperatingSystem
{
    private OperatingSystem() { }

    public static bool IsLinux() => !RuntimeFeatures.IsVirtualMachine;
    public static bool IsWindows() => false;
    public static bool IsMacOS() => false;
    public static bool IsMacCatalyst() => false;
    public static bool IsAndroid() => false;
    public static bool IsIOS() => false;
    public static bool IsTvOS() => false;
    public static bool IsWatchOS() => false;
    public static bool IsFreeBSD() => false;
    public static bool IsBrowser() => false;
    public static bool IsWasi() => false;
    public static bool IsWindowsVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0) => false;
    public static bool IsMacOSVersionAtLeast(int major, int minor = 0, int build = 0) => false;
    public static bool IsAndroidVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0) => false;
    public static bool IsIOSVersionAtLeast(int major, int minor = 0, int build = 0) => false;
    public static bool IsFreeBSDVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0) => false;
}
