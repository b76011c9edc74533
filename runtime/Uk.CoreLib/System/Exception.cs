// The base of all exceptions, and their text.

using Internal.Runtime;
using Internal.Runtime.ExceptionHandling;
using Internal.Runtime.Names;

namespace System;

public partial class Exception
{
    private readonly string? _message;

    /// <summary>Where it came through: see StackRecord. Null in images without stack traces.</summary>
    internal ulong[]? StackAddresses;

    public Exception() { }
    public Exception(string? message) => _message = message;

    public Exception(string? message, Exception? innerException)
    {
        _message = message;
        InnerException = innerException;
    }

    public virtual string Message => _message ?? (RuntimeFeatures.ExceptionNames ? MessageWithType() : "An exception was thrown.");

    private unsafe string MessageWithType() => string.Concat("Exception of type '", TypeNames.Of(m_pEEType, NameIndex.Exceptions), "' was thrown.");

    public Exception? InnerException { get; }

    /// <summary>Null before it is thrown, and in images without stack traces (UkStackTraces).</summary>
    public virtual string? StackTrace => RuntimeFeatures.StackTraces ? StackRecord.Text(this) : null;

    /// <summary>The type, the message, the inner exception, the stack.</summary>
    public override unsafe string ToString()
    {
        string text = TypeNames.Of(m_pEEType, NameIndex.Exceptions);
        if (Message is { Length: > 0 } message) text = string.Concat(text, ": ", message);
        if (InnerException is not null)
            text = string.Concat(string.Concat(text, "\n ---> ", InnerException.ToString()), "\n   --- End of inner exception stack trace ---");
        return StackTrace is { } trace ? string.Concat(text, "\n", trace) : text;
    }

    /// <summary>To be thrown once more, elsewhere: it keeps the stack that it has.</summary>
    internal Exception Again(bool isMarked = false)
    {
        if (RuntimeFeatures.StackTraces) StackRecord.Continue(this, isMarked);
        return this;
    }

    /// <summary>The first cause.</summary>
    public virtual Exception GetBaseException()
    {
        Exception current = this;
        while (current.InnerException is Exception inner) current = inner;
        return current;
    }
}
