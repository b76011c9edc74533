// The process: system calls through the C library, arguments, environment.

using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Uk.Platform;

public unsafe partial struct HostPlatform
{
    public static nint Call(nint number, nint a, nint b, nint c, nint d, nint e, nint f)
    {
        nint result = syscall(number, a, b, c, d, e, f);
        return result == -1 ? -Marshal.GetLastPInvokeError() : result;
    }

    public static bool TryGetOption(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> variable, out ReadOnlySpan<byte> value)
    {
        string option = Encoding.UTF8.GetString(name);
        string[] arguments = Environment.GetCommandLineArgs();
        string? found = null;
        for (int i = 1; i < arguments.Length; i++)
        {
            if (arguments[i] == option && i + 1 < arguments.Length) found = arguments[++i];
            else if (arguments[i].StartsWith(option + "=", StringComparison.Ordinal)) found = arguments[i][(option.Length + 1)..];
        }
        found ??= Environment.GetEnvironmentVariable(Encoding.UTF8.GetString(variable));
        value = found == null ? default : Encoding.UTF8.GetBytes(found);
        return found != null;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint syscall(nint number, nint a, nint b, nint c, nint d, nint e, nint f);
}
