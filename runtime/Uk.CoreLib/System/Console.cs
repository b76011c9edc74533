using Internal.Runtime;

namespace System;

public static partial class Console
{
    private const string NewLine = "\n";

    public static void Write(string? value) => TextOutput.Write(value);
    public static void Write(char value) => TextOutput.Write(new ReadOnlySpan<char>(in value));
    public static void Write(int value) => TextOutput.Write(value.ToString());
    public static void Write(uint value) => TextOutput.Write(value.ToString());
    public static void Write(long value) => TextOutput.Write(value.ToString());
    public static void Write(ulong value) => TextOutput.Write(value.ToString());
    public static void Write(bool value) => TextOutput.Write(value.ToString());
    public static void Write(object? value) => TextOutput.Write(value?.ToString());

    public static void WriteLine() => Write(NewLine);

    public static void WriteLine(string? value)
    {
        ConsoleGate.Enter();
        Write(value);
        Write(NewLine);
        ConsoleGate.Exit();
    }

    public static void WriteLine(char value) => WriteLine(string.CreateFromChar(value));
    public static void WriteLine(int value) => WriteLine(value.ToString());
    public static void WriteLine(uint value) => WriteLine(value.ToString());
    public static void WriteLine(long value) => WriteLine(value.ToString());
    public static void WriteLine(ulong value) => WriteLine(value.ToString());
    public static void WriteLine(bool value) => WriteLine(value.ToString());
    public static void WriteLine(object? value) => WriteLine(value?.ToString());
}
