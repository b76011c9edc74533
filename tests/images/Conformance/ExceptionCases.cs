using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

/// <summary>try, catch, filters, finally, rethrow, nesting, and the faults of the processor.</summary>
internal static class ExceptionCases
{
    private static readonly List<string?> s_trace = [];

    public static void Run()
    {
        Suite.Group("exceptions");
        Check("catch", Catch, "try catch end");
        Check("by base type", CatchBase, "base");
        Check("first that fits", CatchFirst, "argument");
        Check("passes what does not fit", PassOn, "inner-finally outer");
        Check("through calls", ThroughCalls, "f3 f2 f1 caught");
        Check("finally without throw", FinallyOnly, "body finally end");
        Check("filter says yes", FilterYes, "filter caught 5");
        Check("filter says no", FilterNo, "filter other");
        Check("filter runs before finally", FilterOrder, "filter finally caught");
        Check("filter that throws says no", FilterThrows, "filter other");
        Check("rethrow", Rethrow, "inner outer same");
        Check("throw in catch", ThrowInCatch, "first second");
        Check("throw in finally replaces", ThrowInFinally, "finally second");
        Check("nested in catch", NestedInCatch, "outer-catch inner-catch outer-still a");
        Check("nested in finally", NestedInFinally, "finally inner-catch end");
        Check("siblings are skipped", Siblings, "first outer");
        Check("catch in a loop", Loop, "0 1 2 end");
        Check("return in try", ReturnInTry, "finally 7");
        Check("locals survive", Locals, "15 abc 2.0");
        Check("using", Using, "use dispose caught");
        Check("foreach disposes", ForEach, "1 disposed caught");
        Check("inner exception", Inner, "outer/inner");
        Check("message of an argument", ArgumentMessage, "Bad. (Parameter 'x')");
        Check("null reference", NullReference, "null");
        Check("null reference of a far field", FarField, "null");
        Check("divide by zero", DivideByZero, "zero 1");
        Check("least divided by -1", LeastByMinusOne, "overflow");
        Check("index", OutOfRange, "index");
        Check("cast", Cast, "cast");
        Check("unbox", Unbox, "cast");
        Check("checked", Checked, "overflow overflow overflow");
        Check("array store", ArrayStore, "store");
        Check("negative length", NegativeLength, "overflow");
        Check("null delegate", NullDelegate, "null");
        Check("interface on null", InterfaceOnNull, "null");
        Check("in a delegate", InDelegate, "caught");
        Check("in an iterator", InIterator, "1 finally caught");
        Check("in a generic method", InGeneric, "caught text");
        Check("through an interface call", ThroughInterface, "caught");
        Check("deep", Deep, "caught 200");
        Check("many", Many, "10000");
        Check("thrown null", ThrowNull, "null");
        Check("span slice", SpanSlice, "range");
        Check("nullable", NullableValue, "invalid");
        Check("list index", ListIndex, "range");
        Check("switch expression", SwitchExpression, "invalid");
    }

    private static void Check(string name, Action action, string expected)
    {
        s_trace.Clear();
        try
        {
            action();
        }
        catch (Exception)
        {
            Trace("ESCAPED");
        }
        Suite.Equal(name, expected, string.Join(" ", s_trace.ToArray()));
    }

    private static void Trace(string text) => s_trace.Add(text);

    private static bool Says(bool answer)
    {
        Trace("filter");
        return answer;
    }

    private static void Catch()
    {
        try
        {
            Trace("try");
            throw new InvalidOperationException("x");
        }
        catch (InvalidOperationException)
        {
            Trace("catch");
        }
        Trace("end");
    }

    private static void CatchBase()
    {
        try { throw new ArgumentNullException("x"); }
        catch (ArgumentException) { Trace("base"); }
    }

    private static void CatchFirst()
    {
        try { throw new ArgumentException("x"); }
        catch (InvalidOperationException) { Trace("invalid"); }
        catch (ArgumentException) { Trace("argument"); }
        catch (Exception) { Trace("any"); }
    }

    private static void PassOn()
    {
        try
        {
            try { throw new ArgumentException("x"); }
            catch (InvalidOperationException) { Trace("inner"); }
            finally { Trace("inner-finally"); }
        }
        catch (ArgumentException) { Trace("outer"); }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Level(int level)
    {
        try
        {
            if (level == 3) throw new InvalidOperationException();
            Level(level + 1);
        }
        finally { Trace($"f{level}"); }
    }

    private static void ThroughCalls()
    {
        try { Level(1); }
        catch (InvalidOperationException) { Trace("caught"); }
    }

    private static void FinallyOnly()
    {
        try { Trace("body"); }
        finally { Trace("finally"); }
        Trace("end");
    }

    private static void FilterYes()
    {
        int number = 5;
        try { throw new Exception(); }
        catch (Exception) when (Says(number == 5)) { Trace($"caught {number}"); }
    }

    private static void FilterNo()
    {
        try { throw new Exception(); }
        catch (Exception) when (Says(false)) { Trace("caught"); }
        catch (Exception) { Trace("other"); }
    }

    private static void FilterOrder()
    {
        try
        {
            try { throw new Exception(); }
            finally { Trace("finally"); }
        }
        catch (Exception) when (Says(true)) { Trace("caught"); }
    }

    private static bool ThrowingFilter()
    {
        Trace("filter");
        throw new InvalidOperationException();
    }

    private static void FilterThrows()
    {
        try { throw new ArgumentException(); }
        catch (ArgumentException) when (ThrowingFilter()) { Trace("caught"); }
        catch (ArgumentException) { Trace("other"); }
    }

    private static void Rethrow()
    {
        Exception? first = null;
        try
        {
            try { throw new ArgumentException(); }
            catch (ArgumentException e)
            {
                first = e;
                Trace("inner");
                throw;
            }
        }
        catch (Exception e)
        {
            Trace("outer");
            Trace(ReferenceEquals(e, first) ? "same" : "other");
        }
    }

    private static void ThrowInCatch()
    {
        try
        {
            try { throw new ArgumentException(); }
            catch (ArgumentException)
            {
                Trace("first");
                throw new InvalidOperationException();
            }
        }
        catch (InvalidOperationException) { Trace("second"); }
    }

    private static void ThrowInFinally()
    {
        try
        {
            try { throw new ArgumentException("first"); }
            finally
            {
                Trace("finally");
                throw new InvalidOperationException("second");
            }
        }
        catch (Exception e) { Trace(e.Message); }
    }

    private static void NestedInCatch()
    {
        string text = "a";
        try { throw new ArgumentException(); }
        catch (ArgumentException)
        {
            Trace("outer-catch");
            try { throw new InvalidOperationException(); }
            catch (InvalidOperationException) { Trace("inner-catch"); }
            Trace("outer-still");
            Trace(text);
        }
    }

    private static void NestedInFinally()
    {
        try { }
        finally
        {
            Trace("finally");
            try { throw new InvalidOperationException(); }
            catch (InvalidOperationException) { Trace("inner-catch"); }
        }
        Trace("end");
    }

    private static void Siblings()
    {
        try
        {
            try { throw new ArgumentException(); }
            catch (ArgumentException)
            {
                Trace("first");
                throw new InvalidOperationException();
            }
            catch (InvalidOperationException) { Trace("sibling"); }
        }
        catch (InvalidOperationException) { Trace("outer"); }
    }

    private static void Loop()
    {
        for (int i = 0; i < 3; i++)
        {
            try { throw new Exception(i.ToString()); }
            catch (Exception e)
            {
                Trace(e.Message);
                continue;
            }
        }
        Trace("end");
    }

    private static int ReturnsFromTry()
    {
        try { return 7; }
        finally { Trace("finally"); }
    }

    private static void ReturnInTry() => Trace(ReturnsFromTry().ToString());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Fails(int value) => value >= 0 ? throw new InvalidOperationException() : value;

    private static void Locals()
    {
        int sum = 0;
        string text = "a";
        long whole = 1;
        for (int i = 1; i <= 5; i++)
        {
            try
            {
                sum += i;
                if (i == 2) text += "b";
                if (i == 4) text += "c";
                Fails(i);
            }
            catch (InvalidOperationException) { whole = 2; }
        }
        Trace(sum.ToString());
        Trace(text);
        Trace($"{whole}.0");
    }

    private sealed class Resource : IDisposable
    {
        public void Dispose() => Trace("dispose");
    }

    private static void Using()
    {
        try
        {
            using Resource resource = new();
            Trace("use");
            throw new Exception();
        }
        catch (Exception) { Trace("caught"); }
    }

    private static IEnumerable<int> Numbers()
    {
        try
        {
            yield return 1;
            yield return 2;
        }
        finally { Trace("disposed"); }
    }

    private static void ForEach()
    {
        try
        {
            foreach (int number in Numbers())
            {
                Trace(number.ToString());
                throw new Exception();
            }
        }
        catch (Exception) { Trace("caught"); }
    }

    private static void Inner()
    {
        try
        {
            try { throw new ArgumentException("inner"); }
            catch (ArgumentException e) { throw new InvalidOperationException("outer", e); }
        }
        catch (InvalidOperationException e) { Trace($"{e.Message}/{e.InnerException!.Message}"); }
    }

    private static void ArgumentMessage()
    {
        try { throw new ArgumentException("Bad.", "x"); }
        catch (ArgumentException e) { Trace(e.Message); }
    }

    private class Node
    {
        public int Value = 3;
        public Wide Far = default;
        public int Get() => Value;
    }

    [InlineArray(500)]
    private struct Wide
    {
        private int _first;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node? Nothing() => null;

    private static void NullReference()
    {
        try { Trace(Nothing()!.Value.ToString()); }
        catch (NullReferenceException) { Trace("null"); }
    }

    private static void FarField()
    {
        try { Trace(Nothing()!.Far[400].ToString()); }
        catch (NullReferenceException) { Trace("null"); }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(int dividend, int divisor) => dividend / divisor;

    private static void DivideByZero()
    {
        int done = 0;
        try
        {
            done++;
            done += Divide(5, 0);
            done++;
        }
        catch (DivideByZeroException) { Trace("zero"); }
        Trace(done.ToString());
    }

    private static void LeastByMinusOne()
    {
        try { Trace(Divide(int.MinValue, -1).ToString()); }
        catch (OverflowException) { Trace("overflow"); }
    }

    private static void OutOfRange()
    {
        int[] values = new int[2];
        try { Trace(values[Divide(4, 2)].ToString()); }
        catch (IndexOutOfRangeException) { Trace("index"); }
    }

    /// <summary>Not inlined: ilc 10.0.14 drops the cast of a string literal to a class that is not its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object Text() => "text";

    private static void Cast()
    {
        try { Trace(((Node)Text()).Value.ToString()); }
        catch (InvalidCastException) { Trace("cast"); }
    }

    private static void Unbox()
    {
        object boxed = 5;
        try { Trace(((long)boxed).ToString()); }
        catch (InvalidCastException) { Trace("cast"); }
    }

    private static void Checked()
    {
        int big = int.MaxValue;
        long wide = long.MaxValue;
        try { Trace(checked(big + Divide(1, 1)).ToString()); }
        catch (OverflowException) { Trace("overflow"); }
        try { Trace(checked((int)wide).ToString()); }
        catch (OverflowException) { Trace("overflow"); }
        try { Trace(checked(wide * Divide(4, 2)).ToString()); }
        catch (OverflowException) { Trace("overflow"); }
    }

    private static void ArrayStore()
    {
        object[] objects = new string[1];
        try { objects[0] = new Node(); }
        catch (ArrayTypeMismatchException) { Trace("store"); }
    }

    private static void NegativeLength()
    {
        try { Trace(new int[Divide(-4, 2)].Length.ToString()); }
        catch (OverflowException) { Trace("overflow"); }
    }

    private static void NullDelegate()
    {
        Action? action = Nothing() is null ? null : Catch;
        try { action!(); }
        catch (NullReferenceException) { Trace("null"); }
    }

    private static void InterfaceOnNull()
    {
        IDisposable? disposable = Nothing() is null ? null : new Resource();
        try { disposable!.Dispose(); }
        catch (NullReferenceException) { Trace("null"); }
    }

    private static void InDelegate()
    {
        Func<int, int> function = Fails;
        try { function(1); }
        catch (InvalidOperationException) { Trace("caught"); }
    }

    private static IEnumerable<int> Failing()
    {
        try
        {
            yield return 1;
            Fails(1);
            yield return 2;
        }
        finally { Trace("finally"); }
    }

    private static void InIterator()
    {
        try
        {
            foreach (int number in Failing()) Trace(number.ToString());
        }
        catch (InvalidOperationException) { Trace("caught"); }
    }

    private static T Generic<T, TException>(T value) where TException : Exception, new()
    {
        try { throw new TException(); }
        catch (TException) { Trace("caught"); }
        return value;
    }

    private static void InGeneric() => Trace(Generic<string, InvalidOperationException>("text"));

    private interface IFailing
    {
        void Fail();
    }

    private sealed class Failer : IFailing
    {
        public void Fail() => throw new InvalidOperationException();
    }

    private static void ThroughInterface()
    {
        IFailing failing = new Failer();
        try { failing.Fail(); }
        catch (InvalidOperationException) { Trace("caught"); }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Descend(int depth)
    {
        if (depth == 0) throw new InvalidOperationException();
        return Descend(depth - 1) + 1;
    }

    private static void Deep()
    {
        int depth = 200;
        try { Descend(depth); }
        catch (InvalidOperationException) { Trace($"caught {depth}"); }
    }

    private static void Many()
    {
        int caught = 0;
        for (int i = 0; i < 10_000; i++)
        {
            try { Fails(i); }
            catch (InvalidOperationException) { caught++; }
        }
        Trace(caught.ToString());
    }

    private static void ThrowNull()
    {
        Exception? nothing = Nothing() is null ? null : new Exception();
        try { throw nothing!; }
        catch (NullReferenceException) { Trace("null"); }
    }

    private static void SpanSlice()
    {
        int[] values = [1, 2, 3];
        try { Trace(values.AsSpan().Slice(2, Divide(4, 2)).Length.ToString()); }
        catch (ArgumentOutOfRangeException) { Trace("range"); }
    }

    private static void NullableValue()
    {
        int? nothing = Nothing() is null ? null : 1;
        try { Trace(nothing!.Value.ToString()); }
        catch (InvalidOperationException) { Trace("invalid"); }
    }

    private static void ListIndex()
    {
        List<int> list = [1];
        try { Trace(list[Divide(2, 2)].ToString()); }
        catch (ArgumentOutOfRangeException) { Trace("range"); }
    }

    private static void SwitchExpression()
    {
        try
        {
            Trace(Divide(4, 2) switch { 1 => "one", 3 => "three", _ => throw new InvalidOperationException() });
        }
        catch (InvalidOperationException) { Trace("invalid"); }
    }
}
