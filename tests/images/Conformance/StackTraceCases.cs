// Stack traces, without the lines of files that .NET adds to them: what an image inlines is not in them, so the methods here
// are not inlined.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

internal static class StackTraceCases
{
    private sealed class PlainException : Exception;
    private sealed class GenericException<T>(string message) : Exception(message);
    private sealed class LoudException() : Exception("loud") { public override string ToString() => "LOUD"; }
    private sealed class OwnTrace : Exception { public override string? StackTrace => "   at my own place"; }

    public static void Run()
    {
        Texts();
        Traces();
        Rethrown();
        Generics();
        Machines();
    }

    /// <summary>Without " in file:line n", of methods of this class only.</summary>
    private static string Trace(Exception exception) => Lines(exception.StackTrace);

    private static string Lines(string? text) => text is null ? "null" : string.Join("|", text.Split('\n')
        .Select(line => line.IndexOf(" in ", StringComparison.Ordinal) is > 0 and int at && line.StartsWith("   at ", StringComparison.Ordinal) ? line[..at] : line)
        .Where(line => !line.StartsWith("   at ", StringComparison.Ordinal) || line.Contains("StackTraceCases"))
        .Where(line => !line.Contains("StackTraceCases.Caught") && !line.Contains("<>c")));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Exception Caught(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            return e;
        }
        throw new InvalidOperationException("nothing was thrown");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fail(int depth, string text)
    {
        if (depth == 0) throw new InvalidOperationException(text);
        return Fail(depth - 1, text) + 1;
    }

    private static void Texts()
    {
        Suite.Group("exception text");
        Suite.Show("not thrown", new InvalidOperationException("no").ToString());
        Suite.Show("default message", new PlainException().Message);
        Suite.Show("default text", new PlainException().ToString());
        Suite.Show("empty message", new Exception("").ToString());
        Suite.Show("generic", new GenericException<List<int>>("of a list").ToString());
        Suite.Show("inner", new Exception("outer", new PlainException()).ToString());
        Suite.Show("inner of inner", new Exception("a", new ArgumentException("b", new FormatException("c"))).ToString());
        Suite.Show("inner with its own text", new Exception("outer", new LoudException()).ToString());
        Suite.Show("argument", new ArgumentNullException("value").ToString());
        Suite.Show("own trace", new OwnTrace().ToString());
        Suite.Show("aggregate", new AggregateException(new PlainException(), new FormatException("second")).ToString());
        Suite.Show("aggregate of none", new AggregateException("none").ToString());
        Suite.Show("interpolated", $"[{new TimeoutException("late")}]");
        Suite.Show("no trace", new Exception().StackTrace);
        Suite.Show("message of a base", new GenericException<int>(null!).Message);
    }

    private static void Traces()
    {
        Suite.Group("stack trace");
        Suite.Show("one frame", Trace(Caught(() => Fail(0, "x"))));
        Suite.Show("several", Trace(Caught(() => Fail(3, "x"))));
        Suite.Show("parameters", Trace(Caught(() => Parameters([1], new int[1, 1], "s", out _, (1, "x"), null))));
        Suite.Show("property", Trace(Caught(() => _ = Property)));
        Suite.Show("constructor", Trace(Caught(() => _ = new Nested(0))));
        Suite.Show("nested method", Trace(Caught(() => new Nested(1).Method())));
        Suite.Show("interface", Trace(Caught(() => ((IDisposable)new Nested(1)).Dispose())));
        Suite.Show("operator", Trace(Caught(() => _ = new Nested(1) + new Nested(2))));
        Suite.Show("local function", Trace(Caught(WithLocal)));
        Suite.Show("text has the trace", Lines(Caught(() => Fail(1, "x")).ToString()));
        Suite.Show("null reference", Trace(Caught(() => Length(null!))));
        Suite.Show("division", Trace(Caught(() => Divide(1, 0))));
        Suite.Show("index", Trace(Caught(() => At([1, 2], 5))));
        Suite.Show("cast", Trace(Caught(() => Cast("text"))));
        Suite.Show("overflow", Trace(Caught(() => Twice(int.MaxValue))));
        Suite.Show("inner", Lines(Caught(() => Wrap(1)).ToString()));
        Suite.Show("through finally", Trace(Caught(() => ThroughFinally(1))));
        Suite.Show("from finally", Trace(Caught(FromFinally)));
        Suite.Show("from catch", Trace(Caught(FromCatch)));
        Suite.Show("through a filter", Trace(Caught(() => ThroughFilter(1))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe void Parameters(List<int> list, int[,] matrix, string text, out int result, (int, string) pair, int? maybe) =>
        throw new FormatException(text + list.Count + matrix.Length + pair + maybe);

    private static int Property
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => throw new FormatException();
    }

    private sealed class Nested : IDisposable
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public Nested(int number)
        {
            if (number == 0) throw new FormatException();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Method() => Fail(0, "nested");

        [MethodImpl(MethodImplOptions.NoInlining)]
        void IDisposable.Dispose() => Fail(0, "nested");

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static Nested operator +(Nested left, Nested right) => throw new FormatException(left.ToString() + right);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WithLocal()
    {
        Local(1);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Local(int number) => throw new FormatException(number.ToString());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Length(string text) => text.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(int left, int right) => left / right;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int At(int[] items, int index) => items[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Nested Cast(object value) => (Nested)value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Twice(int value) => checked(value * 2);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Wrap(int depth)
    {
        try
        {
            return Fail(depth, "inside") + 1;
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("outside", e);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThroughFinally(int depth)
    {
        try
        {
            return Fail(depth, "x") + 1;
        }
        finally
        {
            Caught(() => Fail(2, "another"));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FromFinally()
    {
        try
        {
            Fail(1, "x");
        }
        finally
        {
            Fail(0, "from finally");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FromCatch()
    {
        try
        {
            Fail(1, "x");
        }
        catch (InvalidOperationException)
        {
            Divide(1, 0);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThroughFilter(int depth)
    {
        try
        {
            return Fail(depth, "x") + 1;
        }
        catch (Exception e) when (e is FormatException)
        {
            return 0;
        }
    }

    private static void Rethrown()
    {
        Suite.Group("stack trace rethrown");
        Suite.Show("throw", Trace(Caught(() => Rethrow(1))));
        Suite.Show("twice", Trace(Caught(() => RethrowTwice(1))));
        Suite.Show("throw e", Trace(Caught(() => ThrowAgain(1))));
        Exception kept = Caught(() => Fail(1, "kept"));
        Suite.Show("same object", Trace(Caught(() => ThrowIt(kept))));
        Suite.Show("captured", Trace(Caught(() => ThrowCaptured(Caught(() => Fail(1, "kept"))))));
        ExceptionDispatchInfo captured = ExceptionDispatchInfo.Capture(Caught(() => Fail(1, "kept")));
        Suite.Show("captured once", Trace(Caught(() => ThrowInfo(captured))));
        Suite.Show("captured twice", Trace(Caught(() => ThrowInfo(captured))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Rethrow(int depth)
    {
        try
        {
            return Fail(depth, "x") + 1;
        }
        catch (InvalidOperationException)
        {
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int RethrowTwice(int depth)
    {
        try
        {
            return Rethrow(depth) + 1;
        }
        catch (InvalidOperationException)
        {
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ThrowAgain(int depth)
    {
        try
        {
            return Fail(depth, "x") + 1;
        }
        catch (InvalidOperationException e)
        {
#pragma warning disable CA2200 // What it does is the case.
            throw e;
#pragma warning restore CA2200
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIt(Exception exception) => throw exception;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowCaptured(Exception exception) => ExceptionDispatchInfo.Throw(exception);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowInfo(ExceptionDispatchInfo info) => info.Throw();

    private static void Generics()
    {
        Suite.Group("stack trace generic");
        Suite.Show("method of int", Trace(Caught(() => Generic(5))));
        Suite.Show("method of string", Trace(Caught(() => Generic("x"))));
        Suite.Show("two parameters", Trace(Caught(() => Generic2(5, "x"))));
        Suite.Show("type of int", Trace(Caught(() => new Holder<int>().Take(1))));
        Suite.Show("type of string", Trace(Caught(() => new Holder<string>().Take("x"))));
        Suite.Show("both", Trace(Caught(() => new Holder<string>().Give<int>("x", 1))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Generic<T>(T value) => throw new FormatException(value?.ToString());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Generic2<TFirst, TSecond>(TFirst first, TSecond second) => throw new FormatException($"{first}{second}");

    private sealed class Holder<T>
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Take(T item) => throw new FormatException(item?.ToString());

        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Give<U>(T item, U other) => throw new FormatException($"{item}{other}");
    }

    private static void Machines()
    {
        Suite.Group("stack trace of machines");
        Suite.Show("iterator", Trace(Caught(() => Count(2).Count())));
        Suite.Show("async at once", Trace(Caught(() => FailAtOnce(1).GetAwaiter().GetResult())));
        Suite.Show("async later", Trace(Caught(() => FailLater(1).GetAwaiter().GetResult())));
        Suite.Show("awaited", Trace(Caught(() => AwaitIt(1).GetAwaiter().GetResult())));
        Suite.Show("awaited value", Trace(Caught(() => AwaitValue(1).AsTask().GetAwaiter().GetResult())));
        Suite.Show("as inner", Lines(Caught(() => AwaitIt(1).Wait()).InnerException?.StackTrace));
    }

    private static IEnumerable<int> Count(int end)
    {
        for (int i = 0; i < end; i++) yield return i;
        Fail(0, "at the end");
    }

    private static async Task<int> FailAtOnce(int depth)
    {
        int result = Fail(depth, "x") + 1;
        await Task.Yield();
        return result;
    }

    private static async Task<int> FailLater(int depth)
    {
        await Task.Yield();
        return Fail(depth, "x") + 1;
    }

    private static async Task<int> AwaitIt(int depth) => await FailLater(depth) + 1;

    private static async ValueTask<int> AwaitValue(int depth) => await new ValueTask<int>(FailLater(depth)).ConfigureAwait(false) + 1;
}
