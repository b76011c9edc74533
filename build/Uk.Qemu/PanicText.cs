// What an image prints when it stops on a fault: `PANIC: reason`, registers, `build-id: …`, then `  at 0x…` for each frame.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Uk.Qemu;

/// <summary>One panic found in a console text.</summary>
/// <param name="Stack">Innermost first.</param>
/// <param name="IsFault">The innermost address is that of an instruction, as the registers say; otherwise it is a return address too.</param>
/// <param name="ExceptionType">The method table of the exception that nobody caught; 0 if it was none.</param>
public sealed partial record PanicText(string Reason, string BuildId, ImmutableArray<ulong> Stack, bool IsFault, ulong ExceptionType)
{
    /// <summary>The panics of a console text, in order.</summary>
    public static ImmutableArray<PanicText> FindAll(string console)
    {
        var found = ImmutableArray.CreateBuilder<PanicText>();
        var reader = new PanicReader();
        foreach (string line in console.Split('\n'))
            if (reader.Feed(line) is { } panic) found.Add(panic);
        if (reader.End() is { } last) found.Add(last);
        return found.ToImmutable();
    }

    /// <summary>The stack with names, one line for each frame, each behind a newline.</summary>
    /// <exception cref="MissingToolException">binutils are not installed.</exception>
    public string Symbolize(GuestSymbols symbols)
    {
        var text = new StringBuilder();
        string builtId = symbols.BuildId();
        if (BuildId.Length != 0 && builtId.Length != 0 && builtId != BuildId)
            text.Append(CultureInfo.InvariantCulture, $"  these symbols are of another build ({builtId}): the names below may be wrong\n");
        if (symbols.NameAt(ExceptionType) is { } type)
            text.Append(CultureInfo.InvariantCulture, $"  {SymbolName.ToReadableType(type)}\n");
        ImmutableArray<ImmutableArray<StackFrame>> frames = symbols.Symbolize(Stack, IsFault);
        for (int i = 0; i < frames.Length; i++)
        {
            foreach (StackFrame frame in frames[i])
                text.Append(CultureInfo.InvariantCulture, $"  0x{Stack[i]:x16} {frame}\n");
        }
        return text.ToString();
    }

    [GeneratedRegex(@"PANIC: (?<reason>.*?)\s*$")]
    internal static partial Regex ReasonLine();

    [GeneratedRegex(@"^\s*type 0x(?<address>[0-9a-fA-F]{16})\b")]
    internal static partial Regex TypeLine();

    [GeneratedRegex(@"^\s*build-id: (?<id>[0-9a-fA-F]+)")]
    internal static partial Regex BuildIdLine();

    [GeneratedRegex(@"^\s*at 0x(?<address>[0-9a-fA-F]{16})\b")]
    internal static partial Regex FrameLine();
}

/// <summary>Finds panics in a console, fed line by line.</summary>
public sealed class PanicReader
{
    private readonly List<ulong> _stack = [];
    private readonly StringBuilder _registers = new();
    private string? _reason;
    private string _buildId = "";
    private ulong _exceptionType;

    /// <summary>A panic that this line, not being part of it any more, has ended.</summary>
    public PanicText? Feed(string line)
    {
        if (PanicText.ReasonLine().Match(line) is { Success: true } reason)
        {
            PanicText? before = End();
            _reason = reason.Groups["reason"].Value;
            return before;
        }
        if (_reason is null) return null;
        if (PanicText.BuildIdLine().Match(line) is { Success: true } id) _buildId = id.Groups["id"].Value.ToLowerInvariant();
        else if (PanicText.FrameLine().Match(line) is { Success: true } frame)
            _stack.Add(ulong.Parse(frame.Groups["address"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        else if (_stack.Count != 0) return End();
        else if (PanicText.TypeLine().Match(line) is { Success: true } type)
            _exceptionType = ulong.Parse(type.Groups["address"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        else _registers.AppendLine(line);
        return null;
    }

    /// <summary>The console has ended: the panic that was being printed, if any.</summary>
    public PanicText? End()
    {
        PanicText? panic = _reason is null ? null : new PanicText(_reason, _buildId, [.. _stack], IsFault(), _exceptionType);
        _reason = null;
        _buildId = "";
        _exceptionType = 0;
        _stack.Clear();
        _registers.Clear();
        return panic;
    }

    private bool IsFault() => _stack.Count != 0
        && _registers.ToString().Contains(_stack[0].ToString("x16", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
}
