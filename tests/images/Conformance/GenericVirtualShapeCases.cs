using System;
using System.Collections.Generic;

/// <summary>
/// Generic virtual methods of classes whose types the call does not say: constraints that the interface does not have, one
/// interface implemented several times, objects that generic code makes.
/// </summary>
internal static class GenericVirtualShapeCases
{
    private interface IPacked<T> where T : IPacked<T>
    {
        static abstract byte Byte(T value);
    }

    private readonly record struct Leaf(int A) : IPacked<Leaf>
    {
        public static byte Byte(Leaf value) => (byte)value.A;
    }

    private sealed record Twig(string Name) : IPacked<Twig>
    {
        public static byte Byte(Twig value) => (byte)value.Name.Length;
    }

    private interface IFormat<T>
    {
        void Write<TList>(T value, TList to) where TList : ICollection<byte>;
        string Tell<TNote>(T value, TNote note) => $"{typeof(TNote).Name} {note}";
    }

    private sealed class Packed<T> : IFormat<T> where T : IPacked<T>
    {
        public void Write<TList>(T value, TList to) where TList : ICollection<byte> => to.Add(T.Byte(value));
    }

    private readonly struct PackedValue<T> : IFormat<T> where T : struct, IPacked<T>
    {
        public void Write<TList>(T value, TList to) where TList : ICollection<byte> => to.Add((byte)(T.Byte(value) + 1));
        string IFormat<T>.Tell<TNote>(T value, TNote note) => $"value {value} {note}";
    }

    private sealed class Zero<T> : IFormat<T>
    {
        public void Write<TList>(T value, TList to) where TList : ICollection<byte> => to.Add(0);
    }

    private interface IHold<T>
    {
        string Hold<K>(T value, K key);
    }

    private class Both : IHold<int>, IHold<string>
    {
        string IHold<int>.Hold<K>(int value, K key) => $"int {value} {key}";
        public virtual string Hold<K>(string value, K key) => $"string {value} {key}";
    }

    private sealed class Third : Both, IHold<char>, IHold<Version>
    {
        public string Hold<K>(char value, K key) => $"char {value} {key}";
        string IHold<Version>.Hold<K>(Version value, K key) => $"version {value} {key}";
        public override string Hold<K>(string value, K key) => $"third {value} {key}";
    }

    private sealed class Lists<T> : IHold<List<T>>, IHold<T[]>
    {
        public string Hold<K>(List<T> value, K key) => $"list {value.Count} {typeof(T).Name} {key}";
        public string Hold<K>(T[] value, K key) => $"array {value.Length} {typeof(T).Name} {key}";
    }

    private interface IShow
    {
        string Show<T>(T value);
    }

    private sealed class Box<TKept>(TKept kept) : IShow
    {
        public string Show<T>(T value) => $"{kept} {value}";
    }

    private class Root<TKept>(TKept kept) : IShow
    {
        public virtual string Show<T>(T value) => $"root {kept} {value}";
    }

    private sealed class Branch<TKept>(TKept kept) : Root<TKept[]>([kept]);

    private struct Cell<TKept>(TKept kept) : IShow
    {
        private int _count;
        public string Show<T>(T value) => $"cell {kept} {value} {++_count}";
    }

    private abstract class Maker
    {
        public abstract IShow Make<T>(T value);
    }

    private sealed class PairMaker<TFirst>(TFirst first) : Maker
    {
        public override IShow Make<T>(T value) => new Box<(TFirst, T)>((first, value));
    }

    private interface INamed
    {
        static abstract string Name<T>(T value);
    }

    private class Named : INamed
    {
        public static string Name<T>(T value) => $"named {typeof(T).Name} {value}";
    }

    private sealed class Derived : Named;

    private readonly struct Value<TKept> : INamed
    {
        public static string Name<T>(T value) => $"value {typeof(TKept).Name} {value}";
    }

    private interface IFrom<TSelf, T> where TSelf : IFrom<TSelf, T>
    {
        static abstract TSelf From<K>(T value, K key);
    }

    private sealed record Made(string Text) : IFrom<Made, int>, IFrom<Made, string>
    {
        static Made IFrom<Made, int>.From<K>(int value, K key) => new($"int {value} {key}");
        static Made IFrom<Made, string>.From<K>(string value, K key) => new($"string {value} {key}");
    }

    private interface IRunner
    {
        string Run<T>() where T : INamed;
    }

    private sealed class Runner : IRunner
    {
        public string Run<T>() where T : INamed => T.Name(1) + "|" + T.Name("s");
    }

    private static string NameOf<T>() where T : INamed
    {
        Func<string, string> name = T.Name;
        return name("f") + "|" + T.Name('c');
    }

    private static string FromOf<TSelf, T>(T value) where TSelf : IFrom<TSelf, T> => TSelf.From(value, "k").ToString() + TSelf.From(value, 2);

    private static IShow Wrap<T>(T value) => new Box<T>(value);
    private static IShow Nest<T>(T value) => Wrap((value, value));
    private static IFormat<T> Format<T>() where T : IPacked<T> => new Packed<T>();

    internal static void Run()
    {
        Constraints();
        Several();
        ByGenericCode();
        Static();
    }

    private static void Static()
    {
        IRunner runner = new Runner();
        Suite.Show("gvm.static.class", runner.Run<Named>() + "|" + runner.Run<Derived>());
        Suite.Show("gvm.static.struct", runner.Run<Value<int>>() + "|" + runner.Run<Value<string>>());
        Suite.Show("gvm.static.delegate", NameOf<Named>() + "|" + NameOf<Value<char>>());
        Suite.Show("gvm.static.several", FromOf<Made, int>(1) + "|" + FromOf<Made, string>("s"));
    }

    private static void Constraints()
    {
        List<byte> bytes = [];
        IFormat<Leaf>[] leaves = [new Packed<Leaf>(), new PackedValue<Leaf>(), new Zero<Leaf>(), Format<Leaf>()];
        foreach (IFormat<Leaf> format in leaves) format.Write(new Leaf(5), bytes);
        IFormat<Twig>[] twigs = [Format<Twig>(), new Zero<Twig>()];
        foreach (IFormat<Twig> format in twigs) format.Write(new Twig("twig"), bytes);
        IFormat<string> plain = new Zero<string>();
        plain.Write("s", bytes);
        Suite.Show("gvm.constraint.bytes", string.Join(",", bytes));
        Suite.Show("gvm.constraint.default", leaves[0].Tell(default, 1) + "|" + leaves[1].Tell(default, "n") + "|" + twigs[0].Tell(new("t"), 'c'));
    }

    private static void Several()
    {
        Both[] all = [new Both(), new Third()];
        for (int i = 0; i < all.Length; i++)
        {
            IHold<int> numbers = all[i];
            IHold<string> texts = all[i];
            Suite.Show($"gvm.several.{i}", numbers.Hold(1, "k") + "|" + numbers.Hold(2, 'c') + "|" + texts.Hold("v", 3) + "|" + texts.Hold("w", "k"));
        }
        IHold<char> letter = new Third();
        IHold<Version> version = new Third();
        Suite.Show("gvm.several.further", letter.Hold('c', 1) + "|" + version.Hold(new Version(1, 2), "k"));
        Func<int, string, string> asDelegate = ((IHold<int>)new Both()).Hold;
        Suite.Show("gvm.several.delegate", asDelegate(4, "d"));
        IHold<List<int>> list = new Lists<int>();
        IHold<string[]> array = new Lists<string>();
        Suite.Show("gvm.several.pattern", list.Hold([1, 2], "k") + "|" + array.Hold(["a"], 1));
    }

    private static void ByGenericCode()
    {
        IShow[] shows = [Wrap("a"), Wrap(1), Nest(2.5), Nest("n"), new Branch<int>(3), new Cell<char>('c'), new PairMaker<int>(1).Make("p")];
        for (int i = 0; i < shows.Length; i++) Suite.Show($"gvm.made.{i}", shows[i].Show(i) + "|" + shows[i].Show("s"));
        Maker maker = new PairMaker<string>("q");
        Suite.Show("gvm.made.maker", maker.Make(7L).Show('x') + "|" + maker.Make("z").Show(1));
    }
}
