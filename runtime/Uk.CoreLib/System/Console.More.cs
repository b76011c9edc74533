// The console: the overloads that few programs use, and the console as a TextWriter.

using System.IO;
using System.Text;
using Internal.Runtime;

namespace System;

public static partial class Console
{
    private static TextWriter? s_out, s_error;

    public static TextWriter Out => s_out ??= new ConsoleWriter();

    /// <summary>A file of its own in a process; the one console of a virtual machine.</summary>
    public static TextWriter Error => s_error ??= new ErrorWriter();

    public static void SetError(TextWriter newError)
    {
        ArgumentNullException.ThrowIfNull(newError, nameof(newError));
        s_error = newError;
    }

    public static void Write(float value) => Write(value.ToString());
    public static void Write(double value) => Write(value.ToString());
    public static void Write(decimal value) => Write(value.ToString());
    public static void Write(char[]? buffer) => TextOutput.Write(buffer);
    public static void Write(char[] buffer, int index, int count) => TextOutput.Write(Part(buffer, index, count));
    public static void Write(ReadOnlySpan<char> value) => TextOutput.Write(value);
    public static void Write(string format, object? arg0) => Write(string.Format(format, arg0));
    public static void Write(string format, object? arg0, object? arg1) => Write(string.Format(format, arg0, arg1));
    public static void Write(string format, object? arg0, object? arg1, object? arg2) => Write(string.Format(format, arg0, arg1, arg2));
    public static void Write(string format, params object?[]? arg) => Write(arg is null ? string.Format(format, null, null) : string.Format(format, arg));
    public static void Write(string format, params ReadOnlySpan<object?> arg) => Write(string.Format(format, arg));

    public static void WriteLine(float value) => WriteLine(value.ToString());
    public static void WriteLine(double value) => WriteLine(value.ToString());
    public static void WriteLine(decimal value) => WriteLine(value.ToString());
    public static void WriteLine(char[]? buffer) => WriteLine(new string(buffer));
    public static void WriteLine(char[] buffer, int index, int count) => WriteLine(new string(Part(buffer, index, count)));

    public static void WriteLine(ReadOnlySpan<char> value)
    {
        ConsoleGate.Enter();
        TextOutput.Write(value);
        WriteLine();
        ConsoleGate.Exit();
    }

    public static void WriteLine(string format, object? arg0) => WriteLine(string.Format(format, arg0));
    public static void WriteLine(string format, object? arg0, object? arg1) => WriteLine(string.Format(format, arg0, arg1));
    public static void WriteLine(string format, object? arg0, object? arg1, object? arg2) => WriteLine(string.Format(format, arg0, arg1, arg2));
    public static void WriteLine(string format, params object?[]? arg) => WriteLine(arg is null ? string.Format(format, null, null) : string.Format(format, arg));
    public static void WriteLine(string format, params ReadOnlySpan<object?> arg) => WriteLine(string.Format(format, arg));

    private static ReadOnlySpan<char> Part(char[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer, nameof(buffer));
        return new ReadOnlySpan<char>(buffer, index, count);
    }

    private sealed class ConsoleWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.Default;
        public override void Write(char value) => Console.Write(value);
        public override void Write(ReadOnlySpan<char> buffer) => TextOutput.Write(buffer);
    }

    private sealed class ErrorWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.Default;
        public override void Write(char value) => TextOutput.WriteError(new ReadOnlySpan<char>(in value));
        public override void Write(ReadOnlySpan<char> buffer) => TextOutput.WriteError(buffer);
    }
}
