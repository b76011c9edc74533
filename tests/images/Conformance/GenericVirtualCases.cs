using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

/// <summary>Virtual methods with type parameters of their own: which class answers, and with which types.</summary>
internal static class GenericVirtualCases
{
    private class Shape
    {
        public virtual string Tell<T>(T value) => "shape " + value;
        public virtual string Pair<T, U>(T first, U second) => "shape " + first + second;
        public virtual T Same<T>(T value) => value;
    }

    private class Square : Shape
    {
        public override string Tell<T>(T value) => "square " + value + " " + base.Tell(value);
    }

    private sealed class Small : Square
    {
        public override string Tell<T>(T value) => "small " + base.Tell(value);
        public override string Pair<T, U>(T first, U second) => "small " + second + first;
        public override T Same<T>(T value) => default!;
    }

    private class Hiding : Shape
    {
        public new virtual string Tell<T>(T value) => "hiding " + value;
    }

    private sealed class Hidden : Hiding
    {
        public override string Tell<T>(T value) => "hidden " + value;
    }

    private abstract class Node
    {
        public abstract R Accept<R>(IVisitor<R> visitor);
    }

    private sealed class Number(int value) : Node
    {
        public int Value { get; } = value;
        public override R Accept<R>(IVisitor<R> visitor) => visitor.Visit(this);
    }

    private sealed class Sum(Node left, Node right) : Node
    {
        public Node Left { get; } = left;
        public Node Right { get; } = right;
        public override R Accept<R>(IVisitor<R> visitor) => visitor.Visit(this);
    }

    private interface IVisitor<R>
    {
        R Visit(Number number);
        R Visit(Sum sum);
    }

    private sealed class Evaluate : IVisitor<int>
    {
        public int Visit(Number number) => number.Value;
        public int Visit(Sum sum) => sum.Left.Accept(this) + sum.Right.Accept(this);
    }

    private sealed class Print : IVisitor<string>
    {
        public string Visit(Number number) => number.Value.ToString();
        public string Visit(Sum sum) => "(" + sum.Left.Accept(this) + "+" + sum.Right.Accept(this) + ")";
    }

    private interface IStore
    {
        string Put<T>(T value) => "default " + value;
        T Get<T>() where T : new();
        void Change<T>(ref T value, out int count);
    }

    private class Plain : IStore
    {
        public T Get<T>() where T : new() => new();

        public void Change<T>(ref T value, out int count)
        {
            value = default!;
            count = 1;
        }
    }

    private sealed class Explicit : Plain, IStore
    {
        string IStore.Put<T>(T value) => "explicit " + value;
    }

    private class Open : IStore
    {
        public virtual string Put<T>(T value) => "open " + value;
        public T Get<T>() where T : new() => default!;
        public void Change<T>(ref T value, out int count) => count = 2;
    }

    private sealed class Opened : Open
    {
        public override string Put<T>(T value) => "opened " + value;
    }

    private struct Slim : IStore
    {
        public int Calls;

        public string Put<T>(T value) => "slim " + value + ++Calls;
        public T Get<T>() where T : new() => new();
        public void Change<T>(ref T value, out int count) => count = ++Calls;
    }

    private interface IHolder<A> where A : notnull
    {
        string Hold<T>(A kept, T given);
    }

    private sealed class Anything<A> : IHolder<A> where A : notnull
    {
        public string Hold<T>(A kept, T given) => "any " + kept + given + new List<T> { given }.Count + new Dictionary<A, T> { [kept] = given }.Count;
    }

    private sealed class Ints : IHolder<int>
    {
        public string Hold<T>(int kept, T given) => "ints " + (kept + 1) + given;
    }

    private abstract class Keeper<A>
    {
        public abstract KeyValuePair<A, T> Keep<T>(A kept, T given);
    }

    private sealed class TextKeeper : Keeper<string>
    {
        public override KeyValuePair<string, T> Keep<T>(string kept, T given) => new(kept + "!", given);
    }

    private sealed class LongKeeper : Keeper<long>
    {
        public override KeyValuePair<long, T> Keep<T>(long kept, T given) => new(kept * 2, given);
    }

    private sealed class AnyKeeper<B> : Keeper<B>
    {
        public override KeyValuePair<B, T> Keep<T>(B kept, T given) => new(kept, given);
    }

    private interface IBus
    {
        IEnumerable<T> Repeat<T>(T value, int count);
        Task<T> Later<T>(T value);
    }

    private sealed class Bus : IBus
    {
        public IEnumerable<T> Repeat<T>(T value, int count)
        {
            for (int i = 0; i < count; i++) yield return value;
        }

        public async Task<T> Later<T>(T value)
        {
            await Task.Yield();
            return value;
        }
    }

    private interface IOrigin<out A>
    {
        R Visit<R>(Func<A, R> visitor);
        string Tell<T>(T given) => "default " + given;
    }

    private class Origin<A>(A kept) : IOrigin<A>
    {
        public virtual R Visit<R>(Func<A, R> visitor) => visitor(kept);
        public string Tell<T>(T given) => typeof(A) == typeof(string) ? "text " + given : "any " + given;
    }

    private sealed class Texts(string kept) : Origin<string>(kept)
    {
        public override R Visit<R>(Func<string, R> visitor) => base.Visit(value => visitor(value + "!"));
    }

    private interface ISink<in A>
    {
        string Take<T>(A value, T given);
    }

    private sealed class Sink<A> : ISink<A>
    {
        public string Take<T>(A value, T given) => typeof(A).Name + value + typeof(T).Name + given;
    }

    private static string Through<TStore, T>(TStore store, T value) where TStore : IStore => store.Put(value) + store.Put(value);

    public static void Run()
    {
        Suite.Group("generic virtual methods");
        Classes();
        Visitors();
        Interfaces();
        GenericOwners();
        Delegates();
        Ordering();
        Variance();
    }

    private static void Classes()
    {
        Shape[] shapes = [new Shape(), new Square(), new Small(), new Hiding(), new Hidden()];
        for (int i = 0; i < shapes.Length; i++)
        {
            Shape shape = shapes[i];
            Suite.Show($"gvm.class.tell{i}", shape.Tell(1) + "|" + shape.Tell("s") + "|" + shape.Tell(2.5) + "|" + shape.Tell<object>('c'));
            Suite.Show($"gvm.class.pair{i}", shape.Pair(1, "s") + "|" + shape.Pair("a", "b") + "|" + shape.Pair('x', 2L));
            Suite.Show($"gvm.class.same{i}", shape.Same(5) + "|" + (shape.Same("s") ?? "null") + "|" + shape.Same((1, 2)) + "|" + shape.Same<int?>(3));
        }
        Hiding[] hidings = [new Hiding(), new Hidden()];
        for (int i = 0; i < hidings.Length; i++) Suite.Show($"gvm.class.new{i}", hidings[i].Tell("q") + hidings[i].Tell(7));
        Suite.Show("gvm.class.null", Thrown.By(() => ((Shape)null!).Tell(1)));
        Suite.Show("gvm.class.nulltext", Thrown.By(() => ((Shape)null!).Tell("s")));
    }

    private static void Visitors()
    {
        Node tree = new Sum(new Number(1), new Sum(new Number(2), new Number(40)));
        Suite.Show("gvm.visitor.evaluate", tree.Accept(new Evaluate()).ToString());
        Suite.Show("gvm.visitor.print", tree.Accept(new Print()));
        Suite.Show("gvm.visitor.leaf", ((Node)new Number(9)).Accept(new Print()) + ((Node)new Number(9)).Accept(new Evaluate()));
        Suite.Show("gvm.visitor.null", Thrown.By(() => ((Node)null!).Accept(new Print())));
    }

    private static void Interfaces()
    {
        IStore[] stores = [new Plain(), new Explicit(), new Open(), new Opened(), new Slim()];
        for (int i = 0; i < stores.Length; i++)
        {
            IStore store = stores[i];
            Suite.Show($"gvm.interface.put{i}", store.Put(1) + "|" + store.Put("s") + "|" + store.Put((1, 'c')));
            Suite.Show($"gvm.interface.get{i}", store.Get<int>() + "|" + (store.Get<List<int>>() is null ? "null" : "new") + "|" + store.Get<DateTime>().Ticks);
            int number = 5;
            store.Change(ref number, out int count);
            string text = "kept";
            store.Change(ref text, out int more);
            Suite.Show($"gvm.interface.change{i}", $"{number} {count} {text ?? "null"} {more}");
            Suite.Show($"gvm.interface.through{i}", Through(store, 1) + Through(store, "s"));
        }
        Suite.Show("gvm.constrained.class", Through(new Opened(), 1) + Through(new Opened(), "s") + Through(new Open(), 2.5));
        Suite.Show("gvm.constrained.struct", Through(new Slim(), 1) + Through(new Slim(), "s"));
        Suite.Show("gvm.constrained.null", Thrown.By(() => Through((Open)null!, 1)));
        Suite.Show("gvm.interface.null", Thrown.By(() => ((IStore)null!).Put(1)));
        IBus bus = new Bus();
        Suite.Show("gvm.iterator", string.Join(",", bus.Repeat("x", 3)) + string.Join(",", bus.Repeat(4, 2)));
        Suite.Show("gvm.async", bus.Later(7).Result + bus.Later("later").Result);
    }

    private static void GenericOwners()
    {
        IHolder<int>[] numbers = [new Ints(), new Anything<int>()];
        for (int i = 0; i < numbers.Length; i++) Suite.Show($"gvm.owner.int{i}", numbers[i].Hold(4, "s") + "|" + numbers[i].Hold(4, 5.5));
        IHolder<string> text = new Anything<string>();
        Suite.Show("gvm.owner.text", text.Hold("k", 1) + "|" + text.Hold("k", "v"));
        IHolder<object> any = new Anything<object>();
        Suite.Show("gvm.owner.object", any.Hold(1, 'c'));
        Keeper<string>[] texts = [new TextKeeper(), new AnyKeeper<string>()];
        for (int i = 0; i < texts.Length; i++) Suite.Show($"gvm.owner.keeper{i}", texts[i].Keep("k", 1).ToString() + texts[i].Keep("k", "v"));
        Keeper<long>[] longs = [new LongKeeper(), new AnyKeeper<long>()];
        for (int i = 0; i < longs.Length; i++) Suite.Show($"gvm.owner.longs{i}", longs[i].Keep(21, 1).ToString() + longs[i].Keep(21, "v"));
    }

    private static void Delegates()
    {
        IStore store = new Opened();
        Func<int, string> numbers = store.Put<int>;
        Func<string, string> texts = store.Put<string>;
        Suite.Show("gvm.delegate.interface", numbers(3) + texts("t"));
        Shape shape = new Small();
        Func<double, string> tell = shape.Tell<double>;
        tell += value => "same" + shape.Same(value);
        Suite.Show("gvm.delegate.class", tell(1.5));
        Suite.Show("gvm.delegate.linq", string.Join(",", new[] { 1, 2 }.Select(shape.Tell)));
    }

    private static void Ordering()
    {
        string[] words = ["pear", "Fig", "apple", "kiwi", "nut", "date", "fig"];
        Suite.Show("gvm.thenby.text", string.Join(",", words.OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)));
        Suite.Show("gvm.thenby.default", string.Join(",", words.OrderBy(w => w.Length).ThenBy(w => w[0]).ThenBy(w => w[^1])));
        Suite.Show("gvm.thenby.down", string.Join(",", words.OrderByDescending(w => w.Length).ThenByDescending(w => w, StringComparer.OrdinalIgnoreCase)));
        Suite.Show("gvm.thenby.stable", string.Join(",", words.OrderBy(w => 1).ThenBy(w => w.Length)));
        int[] numbers = [31, 12, 22, 11, 32, 21];
        Suite.Show("gvm.thenby.numbers", string.Join(",", numbers.OrderBy(n => n % 10).ThenByDescending(n => n / 10)));
        Suite.Show("gvm.thenby.query", string.Join(",", from n in numbers orderby n / 10 descending, n % 10 select n));
        Suite.Show("gvm.thenby.first", numbers.OrderBy(n => n % 10).ThenBy(n => n).First() + "," + numbers.OrderBy(n => n % 10).ThenBy(n => n).Last());
        Suite.Show("gvm.thenby.take", string.Join(",", numbers.OrderBy(n => n % 10).ThenBy(n => n).Skip(1).Take(3)));
        Suite.Show("gvm.thenby.order", string.Join(",", numbers.Order().ThenBy(n => n % 2)));
        Suite.Show("gvm.thenby.null", Thrown.By(() => numbers.OrderBy(n => n).ThenBy((Func<int, int>)null!)));
        Suite.Show("gvm.thenby.nullsource", Thrown.By(() => ((IOrderedEnumerable<int>)null!).ThenBy(n => n)));
    }

    private static void Variance()
    {
        IOrigin<object>[] origins = [new Origin<object>(1), new Origin<string>("s"), new Texts("t"), new Origin<Version>(new Version(1, 2))];
        for (int i = 0; i < origins.Length; i++)
        {
            Suite.Show($"gvm.variance.out{i}", origins[i].Visit(value => value.ToString()!.Length) + "|" + origins[i].Visit(value => "seen " + value));
            Suite.Show($"gvm.variance.exact{i}", origins[i].Tell(1) + "|" + origins[i].Tell("s"));
        }
        IOrigin<int> number = new Origin<int>(5);
        Suite.Show("gvm.variance.value", number.Visit(value => value + 1) + number.Visit(value => "n" + value));
        ISink<string>[] sinks = [new Sink<string>(), new Sink<object>(), new Sink<IComparable>()];
        for (int i = 0; i < sinks.Length; i++) Suite.Show($"gvm.variance.in{i}", sinks[i].Take("v", 1) + "|" + sinks[i].Take("v", "w"));
        string[] words = ["pear", "Fig", "apple", "kiwi", "nut", "date", "fig"];
        IOrderedEnumerable<object> ordered = words.OrderBy(word => word.Length);
        Suite.Show("gvm.variance.thenby", string.Join(",", ordered.ThenBy(word => word.ToString()![0])));
        Suite.Show("gvm.variance.thenby.twice", string.Join(",", ordered.ThenByDescending(word => word.ToString()![0] & 3).ThenBy(word => word)));
        Suite.Show("gvm.variance.thenby.first", ordered.ThenBy(word => word.ToString(), StringComparer.Ordinal).First() + "," + ordered.ThenBy(word => word).Last());
        IOrderedEnumerable<IComparable> plain = words.Order();
        Suite.Show("gvm.variance.thenby.order", string.Join(",", plain.ThenBy(word => 1).Skip(1).Take(4)) + plain.ThenBy(word => 2).Count());
    }
}
