// What programs say and check while they are made. The compiler leaves the calls out of a release build; in a debug build an
// assertion that does not hold ends the program, and there is no debugger that would show the rest.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Diagnostics;

public static class Debug
{
    private const string Condition = "DEBUG";

    public static bool AutoFlush { get => true; set { } }
    public static int IndentLevel { get; set; }
    public static int IndentSize { get; set; } = 4;

    [Conditional(Condition)]
    public static void Assert(bool condition) => Assert(condition, null, null);

    [Conditional(Condition)]
    public static void Assert(bool condition, string? message = null) => Assert(condition, message, null);

    [Conditional(Condition)]
    public static void Assert(bool condition, string? message, string? detailMessage)
    {
        if (!condition) Fail(message, detailMessage);
    }

    [Conditional(Condition)]
    public static void Assert(bool condition, string? message, string detailMessageFormat, params object?[] args) =>
        Assert(condition, message, string.Format(detailMessageFormat, args));

    [Conditional(Condition)]
    [DoesNotReturn]
    public static void Fail(string? message) => Fail(message, null);

    [Conditional(Condition)]
    [DoesNotReturn]
    public static void Fail(string? message, string? detailMessage) =>
        Environment.FailFast(string.Concat(message ?? "An assertion does not hold.", detailMessage is null ? "" : "\n", detailMessage));

    [Conditional(Condition)] public static void Close() { }
    [Conditional(Condition)] public static void Flush() { }
    [Conditional(Condition)] public static void Indent() => IndentLevel++;
    [Conditional(Condition)] public static void Unindent() => IndentLevel--;
    [Conditional(Condition)] public static void Print(string? message) { }
    [Conditional(Condition)] public static void Print(string format, params object?[] args) { }
    [Conditional(Condition)] public static void Write(object? value) { }
    [Conditional(Condition)] public static void Write(object? value, string? category) { }
    [Conditional(Condition)] public static void Write(string? message) { }
    [Conditional(Condition)] public static void Write(string? message, string? category) { }
    [Conditional(Condition)] public static void WriteIf(bool condition, object? value) { }
    [Conditional(Condition)] public static void WriteIf(bool condition, object? value, string? category) { }
    [Conditional(Condition)] public static void WriteIf(bool condition, string? message) { }
    [Conditional(Condition)] public static void WriteIf(bool condition, string? message, string? category) { }
    [Conditional(Condition)] public static void WriteLine(object? value) { }
    [Conditional(Condition)] public static void WriteLine(object? value, string? category) { }
    [Conditional(Condition)] public static void WriteLine(string? message) { }
    [Conditional(Condition)] public static void WriteLine(string? message, string? category) { }
    [Conditional(Condition)] public static void WriteLine(string format, params object?[] args) { }
    [Conditional(Condition)] public static void WriteLineIf(bool condition, object? value) { }
    [Conditional(Condition)] public static void WriteLineIf(bool condition, object? value, string? category) { }
    [Conditional(Condition)] public static void WriteLineIf(bool condition, string? message) { }
    [Conditional(Condition)] public static void WriteLineIf(bool condition, string? message, string? category) { }
}

/// <summary>The debugger of an image is outside of it, and the image does not know.</summary>
public static class Debugger
{
    public static readonly string? DefaultCategory;

    public static bool IsAttached => false;
    public static void Break() { }
    public static bool IsLogging() => false;
    public static bool Launch() => false;
    public static void Log(int level, string? category, string? message) { }
    public static void NotifyOfCrossThreadDependency() { }
}
