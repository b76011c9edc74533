// What types are called, and what objects that say nothing else of themselves are.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Conformance.Named
{
    internal class Plain;
    internal class Derived : Plain, IDisposable { public void Dispose() { } }
    internal struct Value;
    internal interface IThing;
    internal interface IThing<in T>;
    internal delegate int Measure(string text);
    internal enum Side { Left, Right }

    internal class Outer
    {
        internal class Inner { internal struct Deep; }
        internal class Generic<T>;
        internal enum Kind { One }
    }

    internal class Outer<T>
    {
        internal class Inner;
        internal class Pair<U>;
    }
}

internal static class TypeNameCases
{
    private class Ünïcode;

    public static void Run()
    {
        Names();
        FullNames();
        Texts();
        Objects();
        Shapes();
        Bases();
        Fits();
        Generic();
    }

    private static readonly (string Label, Type Type)[] s_types =
    [
        ("int", typeof(int)), ("string", typeof(string)), ("object", typeof(object)), ("bool", typeof(bool)), ("char", typeof(char)),
        ("nint", typeof(nint)), ("double", typeof(double)), ("void", typeof(void)), ("decimal", typeof(decimal)), ("date", typeof(DateTime)),
        ("plain", typeof(Conformance.Named.Plain)), ("struct", typeof(Conformance.Named.Value)), ("interface", typeof(Conformance.Named.IThing)),
        ("delegate", typeof(Conformance.Named.Measure)), ("enum", typeof(Conformance.Named.Side)),
        ("nested", typeof(Conformance.Named.Outer.Inner)), ("nested twice", typeof(Conformance.Named.Outer.Inner.Deep)),
        ("nested enum", typeof(Conformance.Named.Outer.Kind)), ("without namespace", typeof(TypeNameCases)), ("nested in it", typeof(Ünïcode)),
        ("vector", typeof(int[])), ("vector of vectors", typeof(string[][])), ("matrix", typeof(int[,])), ("cube", typeof(long[,,])),
        ("mixed", typeof(byte[,][])), ("array of nested", typeof(Conformance.Named.Outer.Inner[])),
    ];

    private static readonly (string Label, Type Type)[] s_generics =
    [
        ("list", typeof(List<int>)), ("list of lists", typeof(List<List<string>>)), ("dictionary", typeof(Dictionary<string, int[]>)),
        ("nullable", typeof(int?)), ("tuple", typeof((int, string))), ("function", typeof(Func<int, bool>)), ("task", typeof(Task<int>)),
        ("array of lists", typeof(List<int>[])), ("pair", typeof(KeyValuePair<string, Conformance.Named.Side>)),
        ("interface", typeof(IEnumerable<Conformance.Named.Plain>)), ("own interface", typeof(Conformance.Named.IThing<int>)),
        ("nested generic", typeof(Conformance.Named.Outer.Generic<int>)), ("in a generic", typeof(Conformance.Named.Outer<int>.Inner)),
        ("generic in a generic", typeof(Conformance.Named.Outer<int>.Pair<string>)),
    ];

    private static void Names()
    {
        Suite.Group("type name");
        foreach ((string label, Type type) in s_types.Concat(s_generics.Select(entry => ("of " + entry.Label, entry.Type)))) Suite.Show(label, type.Name);
        Suite.Show("definition", typeof(Dictionary<,>).Name);
        Suite.Show("namespace", typeof(List<int>).Namespace);
        Suite.Show("namespace of an array", typeof(Conformance.Named.Plain[]).Namespace);
        Suite.Show("namespace of a nested type", typeof(Conformance.Named.Outer.Inner.Deep).Namespace);
        Suite.Show("no namespace", typeof(TypeNameCases).Namespace);
        Suite.Show("pointer", typeof(int).MakeName() + NameOf<string>() + NameOf<List<int>>());
    }

    private static string MakeName(this Type type) => type.Name + "!";

    private static string NameOf<T>() => typeof(T).Name;

    private static void FullNames()
    {
        Suite.Group("type full name");
        foreach ((string label, Type type) in s_types) Suite.Show(label, type.FullName);
        Suite.Show("definition", typeof(Conformance.Named.Outer<>).FullName);
        Suite.Show("list", typeof(List<int>).FullName);
        Suite.Show("dictionary", typeof(Dictionary<string, int[]>).FullName);
        Suite.Show("list of lists", typeof(List<List<string>>).FullName);
        Suite.Show("array of lists", typeof(List<int>[]).FullName);
        Suite.Show("with assembly", typeof(int).AssemblyQualifiedName);
        Suite.Show("list with assembly", typeof(List<int>).AssemblyQualifiedName);
    }

    private static void Texts()
    {
        Suite.Group("type text");
        foreach ((string label, Type type) in s_types.Concat(s_generics.Select(entry => ("of " + entry.Label, entry.Type)))) Suite.Show(label, type.ToString());
        Suite.Show("interpolated", $"{typeof(int)} {typeof(List<int>),5}");
        Suite.Show("of an object", new Conformance.Named.Derived().GetType().ToString());
    }

    private static void Objects()
    {
        Suite.Group("object text");
        Suite.Show("object", new object().ToString());
        Suite.Show("class", new Conformance.Named.Plain().ToString());
        Suite.Show("derived", new Conformance.Named.Derived().ToString());
        Suite.Show("struct", new Conformance.Named.Value().ToString());
        Suite.Show("boxed struct", ((object)new Conformance.Named.Value()).ToString());
        Suite.Show("nested", new Conformance.Named.Outer.Inner().ToString());
        Suite.Show("in a generic", new Conformance.Named.Outer<List<int>>.Pair<string>().ToString());
        Suite.Show("array", new int[3].ToString());
        Suite.Show("matrix", new string[2, 2].ToString());
        Suite.Show("list", new List<string>().ToString());
        Suite.Show("dictionary", new Dictionary<string, List<int>>().ToString());
        Suite.Show("delegate", new Conformance.Named.Measure(text => text.Length).ToString());
        Suite.Show("function", new Func<int>(() => 1).ToString());
        Suite.Show("interpolated", $"{new Conformance.Named.Plain()} {new Conformance.Named.Value()}");
        Suite.Show("concatenated", "a " + new Conformance.Named.Plain());
        Suite.Show("format", string.Format("{0}|{1}", new Conformance.Named.Outer.Inner(), new object()));
        Suite.Show("joined", string.Join(",", new object(), new Conformance.Named.Plain()));
        Suite.Show("stack", new Stack<int>().ToString());
        Suite.Show("queue of objects", new Queue<object>().ToString());
        Suite.Show("sorted", new SortedDictionary<int, string>().ToString());
        Suite.Show("base", new Conformance.Named.Derived() is object derived ? derived.ToString() : "");
        Suite.Show("exception", new InvalidOperationException("text").GetType().ToString());
        Suite.Show("disposed", Thrown.WithMessage(() => ObjectDisposedException.ThrowIf(true, new Conformance.Named.Plain())));
        Suite.Show("disposed type", Thrown.WithMessage(() => ObjectDisposedException.ThrowIf(true, typeof(List<int>[]))));
    }

    private static void Shapes()
    {
        Suite.Group("type shape");
        Suite.Show("element", $"{typeof(int[]).GetElementType()} {typeof(int[,]).GetElementType()} {typeof(int).GetElementType()}!");
        Suite.Show("has element", typeof(string[]).HasElementType && !typeof(string).HasElementType);
        Suite.Show("rank", $"{typeof(int[]).GetArrayRank()} {typeof(int[,,]).GetArrayRank()}");
        Suite.Show("no rank", Thrown.KindBy(() => typeof(int).GetArrayRank()));
        Suite.Show("vectors", $"{typeof(int[]).IsSZArray} {typeof(int[,]).IsSZArray} {typeof(int).IsSZArray}");
        Suite.Show("kinds", string.Join(" ", new[] { typeof(int), typeof(string), typeof(IDisposable), typeof(DayOfWeek), typeof(int[]) }
            .Select(type => $"{type.IsClass}{type.IsValueType}{type.IsInterface}{type.IsEnum}{type.IsArray}{type.IsPrimitive}")));
        Suite.Show("equal", typeof(int).Equals(typeof(int)) && typeof(int) == 5.GetType() && !typeof(int).Equals((object?)null));
        Suite.Show("nullable of", $"{Nullable.GetUnderlyingType(typeof(int?))} {Nullable.GetUnderlyingType(typeof(int))}!");
        Suite.Show("no types", Type.EmptyTypes.Length);
    }

    private static void Bases()
    {
        Suite.Group("type base");
        foreach (Type type in new[]
        {
            typeof(int), typeof(string), typeof(object), typeof(IDisposable), typeof(int[]), typeof(DayOfWeek), typeof(Conformance.Named.Derived),
            typeof(Conformance.Named.Value), typeof(Conformance.Named.Measure), typeof(InvalidOperationException),
        })
            Suite.Show(type.Name, $"{type.BaseType}!");
        Suite.Show("subclass", typeof(Conformance.Named.Derived).IsSubclassOf(typeof(Conformance.Named.Plain)));
        Suite.Show("not of itself", typeof(Conformance.Named.Plain).IsSubclassOf(typeof(Conformance.Named.Plain)));
        Suite.Show("not of an interface", typeof(Conformance.Named.Derived).IsSubclassOf(typeof(IDisposable)));
        Suite.Show("of object", typeof(int).IsSubclassOf(typeof(object)));
        Suite.Show("of nothing", Thrown.KindBy(() => typeof(int).IsSubclassOf(null!)));
    }

    private static void Fits()
    {
        Suite.Group("type fits");
        Suite.Show("same", typeof(int).IsAssignableFrom(typeof(int)));
        Suite.Show("object from int", typeof(object).IsAssignableFrom(typeof(int)));
        Suite.Show("object from interface", typeof(object).IsAssignableFrom(typeof(IDisposable)));
        Suite.Show("base", typeof(Conformance.Named.Plain).IsAssignableFrom(typeof(Conformance.Named.Derived)));
        Suite.Show("not derived", typeof(Conformance.Named.Derived).IsAssignableFrom(typeof(Conformance.Named.Plain)));
        Suite.Show("interface", typeof(IDisposable).IsAssignableFrom(typeof(Conformance.Named.Derived)));
        Suite.Show("covariant", typeof(IEnumerable<object>).IsAssignableFrom(typeof(List<string>)));
        Suite.Show("array", typeof(object[]).IsAssignableFrom(typeof(string[])));
        Suite.Show("nullable", typeof(int?).IsAssignableFrom(typeof(int)));
        Suite.Show("nothing", typeof(int).IsAssignableFrom(null));
        Suite.Show("to", typeof(string).IsAssignableTo(typeof(IComparable)));
        Suite.Show("not to", typeof(string).IsAssignableTo(null));
        Suite.Show("instance", typeof(IDisposable).IsInstanceOfType(new Conformance.Named.Derived()));
        Suite.Show("boxed", typeof(int).IsInstanceOfType(5) && !typeof(long).IsInstanceOfType(5));
        Suite.Show("null", typeof(string).IsInstanceOfType(null));
    }

    private static void Generic()
    {
        Suite.Group("type generic");
        Suite.Show("is", $"{typeof(List<int>).IsGenericType} {typeof(List<>).IsGenericType} {typeof(int).IsGenericType} {typeof(List<int>[]).IsGenericType}");
        Suite.Show("definition", $"{typeof(List<>).IsGenericTypeDefinition} {typeof(List<int>).IsGenericTypeDefinition}");
        Suite.Show("constructed", $"{typeof(List<int>).IsConstructedGenericType} {typeof(List<>).IsConstructedGenericType}");
        Suite.Show("of its definition", typeof(List<int>).GetGenericTypeDefinition() == typeof(List<>));
        Suite.Show("of another", typeof(List<int>).GetGenericTypeDefinition() == typeof(Queue<>));
        Suite.Show("no definition", Thrown.KindBy(() => typeof(int).GetGenericTypeDefinition()));
        Suite.Show("arguments", string.Join(" ", typeof(Dictionary<string, int[]>).GetGenericArguments().Select(type => type.ToString())));
        Suite.Show("no arguments", typeof(int).GetGenericArguments().Length + typeof(List<>).GenericTypeArguments.Length);
        Suite.Show("argument types", string.Join(" ", typeof((int, string, bool)).GenericTypeArguments.Select(type => type.Name)));
        Suite.Show("of an object", new Dictionary<int, string>().GetType().GetGenericArguments()[1].Name);
    }
}
