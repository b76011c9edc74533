// Where an exception came through: addresses, recorded while its handler is looked for, and text when that is asked for. They
// are in one array, so that an exception has one field for them: their count comes first, doubled, and one more if the next
// throw adds to them.

using System;
using Internal.Runtime.Names;

namespace Internal.Runtime.ExceptionHandling;

internal static unsafe class StackRecord
{
    private const int FirstLength = 16, UsualTextLength = 512;

    /// <summary>In place of an address: what follows was recorded when the exception was thrown once more.</summary>
    private const ulong Continued = 0;

    private static int Count(ulong[] stack) => (int)(stack[0] >> 1);

    /// <summary>To be called for every throw that is not a rethrow.</summary>
    internal static void Begin(Exception exception)
    {
        if (exception.StackAddresses is not { } stack) return;
        if ((stack[0] & 1) == 0) stack[0] = 0;
        else stack[0]--;
    }

    /// <summary>The next throw adds to what there is.</summary>
    /// <param name="isMarked">The text shows where. .NET's does not where something is awaited.</param>
    internal static void Continue(Exception exception, bool isMarked)
    {
        if (exception.StackAddresses is null) return;
        if (isMarked && Count(exception.StackAddresses) != 0) Add(exception, Continued);
        exception.StackAddresses[0] |= 1;
    }

    internal static ReadOnlySpan<ulong> Addresses(Exception exception) =>
        exception.StackAddresses is { } stack ? new ReadOnlySpan<ulong>(stack, 1, Count(stack)) : default;

    /// <param name="address">Inside of the instruction that the frame is executing.</param>
    internal static void Add(Exception exception, ulong address)
    {
        ulong[]? stack = exception.StackAddresses;
        int count = stack is null ? 0 : Count(stack);
        if (stack is null || count + 1 == stack.Length)
        {
            stack = TryGrow(stack);
            if (stack is null) return;
            exception.StackAddresses = stack;
        }
        stack[count + 1] = address;
        stack[0] += 2;
    }

    /// <summary>Where there is no memory for it, the rest of the stack is not recorded.</summary>
    private static ulong[]? TryGrow(ulong[]? stack)
    {
        try
        {
            ulong[] larger = new ulong[stack is null ? FirstLength : stack.Length * 2];
            for (int i = 0; stack is not null && i < stack.Length; i++) larger[i] = stack[i];
            return larger;
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>What there is now, unchanged by what is recorded later.</summary>
    internal static ulong[]? Copy(ulong[]? stack) => (ulong[]?)stack?.Clone();

    /// <summary>Null if nothing was recorded.</summary>
    internal static string? Text(Exception exception)
    {
        TextBuffer text = new(stackalloc char[UsualTextLength]);
        foreach (ulong address in Addresses(exception)) AppendFrame(ref text, address);
        return text.Length == 0 ? null : text.ToString();
    }

    private static void AppendFrame(ref TextBuffer text, ulong address)
    {
        if (address == Continued)
        {
            if (text.Length != 0) text.Append("\n--- End of stack trace from previous location ---");
            return;
        }
        if (!MethodNames.TryFind(address, out MethodName method)) return;
        text.Append(text.Length == 0 ? "   at " : "\n   at ");
        AppendType(ref text, method.Type);
        text.Append('.');
        TypeNames.Append(ref text, method.Text);
    }

    /// <summary>As in Type.FullName, but nested types stand behind a dot.</summary>
    private static void AppendType(ref TextBuffer text, TypeRecord type)
    {
        if (type.IsNested)
        {
            AppendType(ref text, type.Outer(MethodNames.Pool));
            text.Append('.');
        }
        else if (type.Namespace(out _) is { IsEmpty: false } name)
        {
            TypeNames.Append(ref text, name);
            text.Append('.');
        }
        TypeNames.Append(ref text, type.Name);
    }
}
