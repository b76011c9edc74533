// The arguments and the environment, where the kernel has put them: on the initial stack. System V ABI, AMD64
// supplement, 3.4.1.

using System;

namespace Uk.Platform.Linux;

public readonly unsafe partial struct LinuxPlatform
{
    public static bool TryGetOption(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> variable, out ReadOnlySpan<byte> value)
    {
        nint* stack = (nint*)Kernel.uk_initial_stack();
        int count = (int)*stack;
        byte** arguments = (byte**)(stack + 1);
        value = default;
        bool found = false;
        for (int i = 1; i < count; i++)
        {
            ReadOnlySpan<byte> argument = Text(arguments[i]);
            if (!argument.StartsWith(name)) continue;
            if (argument.Length == name.Length && i + 1 < count)
            {
                value = Text(arguments[++i]);
                found = true;
            }
            else if (argument.Length > name.Length && argument[name.Length] == '=')
            {
                value = argument[(name.Length + 1)..];
                found = true;
            }
        }
        return found || TryGetVariable(arguments + count + 1, variable, out value);
    }

    private static bool TryGetVariable(byte** environment, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        value = default;
        for (; *environment != null; environment++)
        {
            ReadOnlySpan<byte> entry = Text(*environment);
            if (entry.Length <= name.Length || entry[name.Length] != '=' || !entry.StartsWith(name)) continue;
            value = entry[(name.Length + 1)..];
            return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Text(byte* start)
    {
        int length = 0;
        while (start[length] != 0) length++;
        return new ReadOnlySpan<byte>(start, length);
    }
}
