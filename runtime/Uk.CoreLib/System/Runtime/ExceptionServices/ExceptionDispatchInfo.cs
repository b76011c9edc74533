using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Internal.Runtime;
using Internal.Runtime.ExceptionHandling;

namespace System.Runtime.ExceptionServices;

/// <summary>An exception that is thrown again elsewhere, as the same object, with the stack that it had.</summary>
public sealed class ExceptionDispatchInfo
{
    private readonly ulong[]? _stack;

    private ExceptionDispatchInfo(Exception source)
    {
        SourceException = source;
        if (RuntimeFeatures.StackTraces) _stack = StackRecord.Copy(source.StackAddresses);
    }

    public Exception SourceException { get; }

    public static ExceptionDispatchInfo Capture(Exception source)
    {
        ArgumentNullException.ThrowIfNull(source, nameof(source));
        return new ExceptionDispatchInfo(source);
    }

    [DoesNotReturn, StackTraceHidden]
    public void Throw()
    {
        if (RuntimeFeatures.StackTraces) SourceException.StackAddresses = StackRecord.Copy(_stack);
        throw SourceException.Again(isMarked: true);
    }

    [DoesNotReturn, StackTraceHidden]
    public static void Throw(Exception source) => Capture(source).Throw();
}
