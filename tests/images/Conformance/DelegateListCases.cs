using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Delegates of interface methods, and delegates as lists.</summary>
internal static class DelegateListCases
{
    private interface ICounter
    {
        int Next();
        int Add(int value) => Next() + value;
    }

    private sealed class Counter : ICounter
    {
        private int _count;

        public int Next() => ++_count;
    }

    private struct Constant : ICounter
    {
        public int Value;

        public int Next() => Value++;
    }

    private static string s_log = "";

    private static void One() => s_log += "1";
    private static void Two() => s_log += "2";

    private static string Logged(Action? action)
    {
        s_log = "";
        action?.Invoke();
        return s_log;
    }

    public static void Run()
    {
        Suite.Group("delegates as lists");
        ICounter counter = new Counter();
        Func<int> next = counter.Next;
        Suite.Show("interface.method", $"{next()}{next()}{next()}");
        Func<int, int> add = counter.Add;
        Suite.Show("interface.default", $"{add(10)} {next()}");
        ICounter boxed = new Constant { Value = 5 };
        Func<int> constant = boxed.Next;
        Suite.Show("interface.boxed", $"{constant()}{constant()}{boxed.Next()}");
        Func<int> copy = ((ICounter)new Counter()).Next;
        Suite.Show("interface.equal", $"{next == counter.Next} {next == copy} {next.Equals((Func<int>)counter.Next)}");
        IList<int> list = new List<int>();
        Action<int> append = list.Add;
        append(3);
        append(4);
        Suite.Show("interface.list", string.Join(",", list));
        IDisposable? nothing = null;
        Suite.Show("interface.null", Thrown.KindBy(() => { Action dispose = nothing!.Dispose; }) is "argument" or "null reference" ? "refused" : "taken");
        IEnumerable<int> numbers = new[] { 3, 1, 2 };
        Suite.Show("interface.linq", string.Join(",", numbers.Select(((IComparable<int>)2).CompareTo)));

        Action one = One, two = Two;
        Suite.Show("combine.array", Logged((Action?)Delegate.Combine(one, two, null, one)) + Logged((Action?)Delegate.Combine([])) + Logged((Action?)Delegate.Combine((Delegate?[]?)null)));
        Suite.Show("combine.span", Logged((Action?)Delegate.Combine((ReadOnlySpan<Delegate?>)[one, two])));
        Action all = one + two + one + two + one;
        Suite.Show("list.length", all.GetInvocationList().Length + " " + one.GetInvocationList().Length);
        Suite.Show("list.each", string.Join("", all.GetInvocationList().Select(each => Logged((Action)each))));
        string enumerated = "";
        foreach (Action each in Delegate.EnumerateInvocationList(all)) enumerated += Logged(each);
        Suite.Show("list.enumerate", enumerated);
        foreach (Action each in Delegate.EnumerateInvocationList((Action?)null)) enumerated += "?";
        Suite.Show("list.nothing", enumerated);
        Suite.Show("removeall", Logged((Action?)Delegate.RemoveAll(all, one)) + "|" + Logged((Action?)Delegate.RemoveAll(all, two)) + "|" + Logged((Action?)Delegate.RemoveAll(all, all)) + "|" + (Delegate.RemoveAll(one, one) is null));
        Suite.Show("remove", Logged(all - one) + "|" + Logged(all - (one + two)) + "|" + Logged(all - (two + two)));
        Suite.Show("target", $"{next.Target == counter} {one.Target is null} {((Func<int>)new Counter().Next).Target is Counter} {(next + copy).Target == copy.Target}");
        string extended = "text";
        Func<int, char> extension = extended.ElementAt;
        Suite.Show("target.extension", $"{ReferenceEquals(extension.Target, extended)} {extension(1)}");
        Suite.Show("clone", $"{one.Clone().Equals(one)} {ReferenceEquals(one.Clone(), one)} {Logged((Action)all.Clone())}");
        Suite.Show("single", $"{one.HasSingleTarget} {all.HasSingleTarget} {(all == one + two + one + two + one)} {all.GetHashCode() == (one + two + one + two + one).GetHashCode()}");
    }
}
