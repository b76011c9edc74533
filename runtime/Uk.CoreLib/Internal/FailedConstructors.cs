// Static constructors that threw: whoever comes to their types later gets the same exception again, as on .NET.

using System.Threading;

namespace System.Runtime.CompilerServices;

internal static unsafe class FailedConstructors
{
    private sealed class Failure(StaticClassConstructionContext* context, Exception cause)
    {
        internal readonly StaticClassConstructionContext* Context = context;
        internal readonly TypeInitializationException Exception = new(cause);
        internal Failure? Next;
    }

    private static Failure? s_first;

    /// <summary>Runs the constructor, unless it has failed before.</summary>
    /// <returns>What to throw once others may come to the type, or null.</returns>
    internal static TypeInitializationException? Run(StaticClassConstructionContext* context, nint constructor)
    {
        for (Failure? failure = Volatile.Read(ref s_first); failure is not null; failure = failure.Next)
            if (failure.Context == context) return failure.Exception;
        try
        {
            ((delegate*<void>)constructor)();
            return null;
        }
        catch (Exception exception)
        {
            return Add(new Failure(context, exception));
        }
    }

    private static TypeInitializationException Add(Failure failure)
    {
        do failure.Next = Volatile.Read(ref s_first);
        while (Interlocked.CompareExchange(ref s_first, failure, failure.Next) != failure.Next);
        return failure.Exception;
    }
}
