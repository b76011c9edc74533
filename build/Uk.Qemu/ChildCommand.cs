using System.Collections.Immutable;
using System.Linq;

namespace Uk.Qemu;

/// <summary>A program and its arguments.</summary>
public sealed record ChildCommand(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>The same, run by another program: <c>nsenter … program arguments</c>.</summary>
    public ChildCommand RunBy(string program, params ImmutableArray<string> arguments) =>
        new(program, [.. arguments, Program, .. Arguments]);

    /// <summary>As a line for a POSIX shell.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Quote));

    private static string Quote(string argument) =>
        argument.Length != 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,:=+@%".Contains(c))
            ? argument
            : "'" + argument.Replace("'", "'\\''") + "'";
}
