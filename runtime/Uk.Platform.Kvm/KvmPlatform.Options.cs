// The options of the program: words of the kernel's command line.

using System;

namespace Uk.Platform.Kvm;

public readonly partial struct KvmPlatform
{
    /// <summary>A machine has no environment, so <paramref name="variable"/> is of no use.</summary>
    public static bool TryGetOption(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> variable, out ReadOnlySpan<byte> value)
    {
        value = default;
        bool found = false;
        ReadOnlySpan<byte> rest = StartInfo.CommandLine;
        while (TryTakeWord(ref rest, out ReadOnlySpan<byte> word))
        {
            if (!word.StartsWith(name)) continue;
            if (word.Length == name.Length)
            {
                found |= TryTakeWord(ref rest, out value);
            }
            else if (word[name.Length] == '=')
            {
                value = word[(name.Length + 1)..];
                found = true;
            }
        }
        return found;
    }

    private static bool TryTakeWord(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> word)
    {
        rest = rest.TrimStart((byte)' ');
        int end = rest.IndexOf((byte)' ');
        word = end < 0 ? rest : rest[..end];
        rest = rest[word.Length..];
        return word.Length != 0;
    }
}
