using System;
using System.Collections;
using System.Collections.Generic;

/// <summary>Types that stand in for others: interfaces, delegates and arrays.</summary>
internal static class VarianceCases
{
    private class Animal
    {
        public virtual string Name => "animal";
    }

    private class Dog : Animal
    {
        public override string Name => "dog";
    }

    private sealed class Puppy : Dog
    {
        public override string Name => "puppy";
    }

    private interface IMaker<out T>
    {
        T Make();
        string Kind => "maker of " + Make();
    }

    private interface ITaker<in T>
    {
        string Take(T value);
    }

    private interface IBoth<in TIn, out TOut>
    {
        TOut Convert(TIn value);
    }

    private sealed class DogMaker : IMaker<Dog>
    {
        public Dog Make() => new Puppy();
    }

    private sealed class NumberMaker : IMaker<int>
    {
        public int Make() => 7;
    }

    private sealed class AnimalTaker : ITaker<Animal>
    {
        public string Take(Animal value) => "took " + value.Name;
    }

    private sealed class Naming : IBoth<Animal, string>
    {
        public string Convert(Animal value) => value.Name;
    }

    private sealed class TwoMakers : IMaker<string>, IMaker<Dog>
    {
        string IMaker<string>.Make() => "text";
        Dog IMaker<Dog>.Make() => new();
    }

    private enum Color { Red, Green }
    private enum Shade : uint { Dark }

    public static void Run()
    {
        Interfaces();
        Collections();
        Delegates();
        ArrayCasts();
        ArrayInterfaces();
        Stores();
    }

    private static object Hidden(object value) => value;

    private static void Interfaces()
    {
        Suite.Group("variance.interfaces");
        IMaker<Animal> maker = (IMaker<Animal>)Hidden(new DogMaker());
        Suite.Show("covariant call", maker.Make().Name);
        IMaker<object> ofObjects = (IMaker<object>)Hidden(new DogMaker());
        Suite.Show("covariant to object", ofObjects.Make() is Puppy);
        Suite.Show("not to the derived", Hidden(new DogMaker()) is IMaker<Puppy>);
        Suite.Show("not to a stranger", Hidden(new DogMaker()) is IMaker<string>);
        Suite.Show("values do not vary", Hidden(new NumberMaker()) is IMaker<object>);
        Suite.Show("values themselves", Hidden(new NumberMaker()) is IMaker<int>);
        Suite.Show("values not by size", Hidden(new NumberMaker()) is IMaker<uint>);
        ITaker<Dog> taker = (ITaker<Dog>)Hidden(new AnimalTaker());
        Suite.Show("contravariant call", taker.Take(new Puppy()));
        Suite.Show("contravariant twice", ((ITaker<Puppy>)Hidden(taker)).Take(new Puppy()));
        Suite.Show("not to the base", Hidden(new AnimalTaker()) is ITaker<object>);
        IBoth<Dog, object> both = (IBoth<Dog, object>)Hidden(new Naming());
        Suite.Show("both", (string)both.Convert(new Dog()));
        Suite.Show("both, one wrong", Hidden(new Naming()) is IBoth<object, object>);
        IMaker<Animal> nested = new TwoMakers();
        Suite.Show("the one that fits", nested.Make().Name);
        Suite.Show("default method through variance", Caught(() => ((IMaker<object>)Hidden(new NumberMaker())).Kind));
        Suite.Show("invalid cast", Caught(() => ((IMaker<Puppy>)Hidden(new DogMaker())).Make().Name));
        Suite.Show("nested variance", Hidden(new List<DogMaker>()) is IEnumerable<IMaker<Animal>>);
        Suite.Show("nested variance, wrong", Hidden(new List<DogMaker>()) is IEnumerable<IMaker<Puppy>>);
    }

    private static string Caught(Func<string> action)
    {
        try
        {
            return action();
        }
        catch (InvalidCastException)
        {
            return "InvalidCastException";
        }
        catch (ArrayTypeMismatchException)
        {
            return "ArrayTypeMismatchException";
        }
    }

    private static void Collections()
    {
        Suite.Group("variance.collections");
        IEnumerable<object> objects = (IEnumerable<object>)Hidden(new List<string> { "a", "b" });
        string all = "";
        foreach (object one in objects) all += one;
        Suite.Show("list of strings as objects", all);
        Suite.Show("read-only list", ((IReadOnlyList<object>)Hidden(new List<string> { "x", "y" }))[1] as string);
        Suite.Show("read-only collection", ((IReadOnlyCollection<object>)Hidden(new List<string> { "x", "y" })).Count);
        Suite.Show("lists do not vary", Hidden(new List<string>()) is IList<object>);
        Suite.Show("list of numbers", Hidden(new List<int>()) is IEnumerable<object>);
        Suite.Show("string as characters", Hidden("ab") is IEnumerable<char>);
        Suite.Show("string as objects", Hidden("ab") is IEnumerable<object>);
        Suite.Show("comparer of objects", new SortedStrings().Sorted((IComparer<string>)Comparer<object>.Create((a, b) => -string.CompareOrdinal((string)a, (string)b))));
        Suite.Show("keys", string.Join(",", (IEnumerable<object>)Hidden(new Dictionary<string, int> { ["k"] = 1, ["l"] = 2 }.Keys)));
        Suite.Show("iterator", string.Join(",", (IEnumerable<object>)Hidden(Words())));
        Suite.Show("plain enumerable", ((IEnumerable)Hidden(new List<string> { "q" })).GetEnumerator().MoveNext());
        Suite.Show("comparable by its own", Hidden(5) is IComparable<int>);
        Suite.Show("comparable not by object", Hidden("s") is IComparable<object>);
    }

    private sealed class SortedStrings
    {
        public string Sorted(IComparer<string> comparer)
        {
            List<string> list = ["b", "c", "a"];
            list.Sort(comparer);
            return string.Join("", list);
        }
    }

    private static IEnumerable<string> Words()
    {
        yield return "one";
        yield return "two";
    }

    private static void Delegates()
    {
        Suite.Group("variance.delegates");
        Func<Dog> make = () => new Puppy();
        Func<Animal> general = make;
        Suite.Show("function", general().Name);
        Func<object> own = () => "own";
        Suite.Show("function, checked", Hidden(make) is Func<object> && Hidden(own) is Func<object>);
        Suite.Show("function, cast", ((Func<object>)Hidden(make))() is Puppy);
        Suite.Show("function, wrong", Hidden(make) is Func<Puppy>);
        Suite.Show("function of a value", Hidden((Func<int>)(() => 1)) is Func<object>);
        string said = "";
        Action<Animal> say = animal => said += animal.Name + ";";
        Action<Puppy> sayPuppy = say;
        sayPuppy(new Puppy());
        ((Action<Dog>)Hidden(say))(new Dog());
        Suite.Show("action", said);
        Suite.Show("action, wrong", Hidden(say) is Action<object>);
        Func<Animal, string> name = animal => animal.Name;
        Suite.Show("both", (string)((Func<Dog, object>)Hidden(name))(new Puppy()));
        Suite.Show("other arity", Hidden(name) is Func<Animal>);
        Suite.Show("as delegate", Hidden(name) is Delegate);
        Suite.Show("as multicast", Hidden(name) is MulticastDelegate);
        Suite.Show("as object cast", Caught(() => ((Func<Puppy>)Hidden(make))().Name));
    }

    private static void ArrayCasts()
    {
        Suite.Group("variance.arrays");
        object strings = Hidden(new string[] { "s" });
        object numbers = Hidden(new int[] { -1 });
        Suite.Show("strings are objects", strings is object[]);
        Suite.Show("strings are comparable", strings is IComparable[]);
        Suite.Show("strings are not dogs", strings is Dog[]);
        Suite.Show("objects are not strings", Hidden(new object[1]) is string[]);
        Suite.Show("dogs are animals", Hidden(new Dog[1]) is Animal[]);
        Suite.Show("numbers are no objects", numbers is object[]);
        Suite.Show("int is uint", numbers is uint[]);
        Suite.Show("int as uint", ((uint[])numbers)[0]);
        Suite.Show("int is not long", numbers is long[]);
        Suite.Show("int is not float", numbers is float[]);
        Suite.Show("long is nint", Hidden(new long[1]) is nint[]);
        Suite.Show("byte is sbyte", Hidden(new byte[1]) is sbyte[]);
        Suite.Show("char is not ushort", Hidden(new char[1]) is ushort[]);
        Suite.Show("bool is not byte", Hidden(new bool[1]) is byte[]);
        Suite.Show("enum is int", Hidden(new Color[1]) is int[]);
        Suite.Show("enum is uint", Hidden(new Color[1]) is uint[]);
        Suite.Show("enum is another enum", Hidden(new Color[1]) is Shade[]);
        Suite.Show("int is enum", numbers is Color[]);
        Suite.Show("jagged", Hidden(new string[1][]) is object[][]);
        Suite.Show("jagged is objects", Hidden(new string[1][]) is object[]);
        Suite.Show("jagged numbers", Hidden(new int[1][]) is uint[][]);
        Suite.Show("two dimensions", Hidden(new string[1, 1]) is object[,]);
        Suite.Show("ranks differ", Hidden(new string[1, 1]) is object[]);
        Suite.Show("ranks differ more", Hidden(new string[1, 1]) is object[,,]);
        Suite.Show("array", strings is Array);
        Suite.Show("cloneable", strings is ICloneable);
        Suite.Show("wrong cast", Caught(() => ((Dog[])strings).Length.ToString()));
        Suite.Show("structs differ", Hidden(new DateTime[1]) is TimeSpan[]);
    }

    private static void ArrayInterfaces()
    {
        Suite.Group("variance.array interfaces");
        object strings = Hidden(new string[] { "s", "t" });
        object numbers = Hidden(new int[] { -1, 2 });
        Suite.Show("list of objects", strings is IList<object>);
        Suite.Show("list item", ((IList<object>)strings)[1] as string);
        Suite.Show("list count", ((IList<object>)strings).Count);
        Suite.Show("list contains", ((ICollection<object>)strings).Contains("t"));
        Suite.Show("enumerable of objects", string.Join(",", (IEnumerable<object>)strings));
        Suite.Show("read-only list", ((IReadOnlyList<object>)strings)[0] as string);
        Suite.Show("list of comparables", ((IList<IComparable>)strings)[0].CompareTo("s"));
        Suite.Show("not of dogs", strings is IList<Dog>);
        Suite.Show("numbers as objects", numbers is IList<object>);
        Suite.Show("list of uint", numbers is IList<uint>);
        Suite.Show("dogs", ((IReadOnlyList<Animal>)Hidden(new Dog[] { new Puppy() }))[0].Name);
        Suite.Show("list of enums", Hidden(new Color[] { Color.Green }) is IList<int>);
        Suite.Show("wrong cast", Caught(() => ((IList<Dog>)strings)[0].Name));
        int sum = 0;
        foreach (int number in (IEnumerable<int>)numbers) sum += number;
        Suite.Show("sum", sum);
    }

    private static void Stores()
    {
        Suite.Group("variance.stores");
        object[] objects = new string[2];
        objects[0] = "fits";
        objects[1] = null!;
        Suite.Show("fits", objects[0] as string);
        Suite.Show("does not fit", Caught(() => (objects[1] = new object()).ToString()!));
        Suite.Show("unchanged", objects[1] is null);
        Animal[] animals = new Dog[1];
        Suite.Show("derived", Caught(() => ((Animal)(animals[0] = new Puppy())).Name));
        Suite.Show("base", Caught(() => ((Animal)(animals[0] = new Animal())).Name));
        IComparable[] comparables = new IComparable[2];
        comparables[0] = 5;
        comparables[1] = "x";
        Suite.Show("interfaces", comparables[0].CompareTo(4));
        object[] boxes = new object[1];
        boxes[0] = 3;
        Suite.Show("boxed", (int)boxes[0]);
        Suite.Show("by reference", Caught(() =>
        {
            ref Animal place = ref animals[0];
            return place.Name;
        }));
    }
}
