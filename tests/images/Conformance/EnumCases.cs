// Enums by name: text, parsing, members.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

internal static class EnumCases
{
    private enum Color { Red, Green, Blue = 10, Azure = 10, Last = -1 }

    [Flags]
    private enum Access : byte { None = 0, Read = 1, Write = 2, Both = 3, Run = 8, High = 128 }

    [Flags]
    private enum NoZero { A = 1, B = 2, AB = 3, C = 4, Sign = int.MinValue }

    private enum Small : sbyte { Min = -128, Minus = -1, Zero = 0, Max = 127 }
    private enum Short : short { Min = short.MinValue, One = 1, Max = short.MaxValue }
    private enum UShort : ushort { Zero, Max = ushort.MaxValue }
    private enum UInt : uint { Zero, Top = 0x8000_0000, Max = uint.MaxValue }
    private enum Long : long { Min = long.MinValue, Zero = 0, Max = long.MaxValue }
    private enum ULong : ulong { Zero, Top = 0x8000_0000_0000_0000, Max = ulong.MaxValue }

    [Flags]
    private enum Wide : ulong { None = 0, First = 1, Last = 0x8000_0000_0000_0000 }

    private enum Empty { }

    private enum Many
    {
        M00, M01, M02, M03, M04, M05, M06, M07, M08, M09, M10, M11, M12, M13, M14, M15, M16, M17, M18, M19,
        M20, M21, M22, M23, M24, M25, M26, M27, M28, M29, M30, M31, M32, M33, M34, M35, Far = 100, Farther = 200,
    }

    private sealed class Outer<T>
    {
        public enum State { Idle, Busy = 5 }
    }

    private readonly record struct Painted(Color Color, int Count);
    private sealed record Guarded(Access Access, Color? Color);

    public static void Run()
    {
        Texts();
        Formats();
        Flags();
        Interpolation();
        Members();
        Values();
        Defined();
        Parsing();
        ParsingByType();
        ParsingFails();
        Objects();
        Comparing();
        Uses();
    }

    private static void Texts()
    {
        Suite.Group("enum text");
        Suite.Show("first", Color.Red.ToString());
        Suite.Show("second", Color.Green.ToString());
        Suite.Show("two names", Color.Azure.ToString());
        Suite.Show("negative", Color.Last.ToString());
        Suite.Show("unnamed", ((Color)7).ToString());
        Suite.Show("unnamed negative", ((Color)(-7)).ToString());
        Suite.Show("sbyte", $"{Small.Min} {Small.Minus} {Small.Max} {(Small)(-5)} {(Small)5}");
        Suite.Show("short", $"{Short.Min} {Short.One} {Short.Max} {(Short)(-300)}");
        Suite.Show("ushort", $"{UShort.Max} {(UShort)300}");
        Suite.Show("uint", $"{UInt.Top} {UInt.Max} {(UInt)0x9000_0000}");
        Suite.Show("long", $"{Long.Min} {Long.Max} {(Long)(-2)}");
        Suite.Show("ulong", $"{ULong.Top} {ULong.Max} {(ULong)0x9000_0000_0000_0000}");
        Suite.Show("without members", ((Empty)0).ToString() + ((Empty)3).ToString());
        Suite.Show("many", $"{Many.M00} {Many.M35} {Many.Far} {(Many)36} {Many.Farther} {(Many)201}");
        Suite.Show("of a generic type", $"{Outer<int>.State.Busy} {Outer<string>.State.Idle} {(Outer<string>.State)4}");
        object boxed = Color.Green;
        Suite.Show("boxed", boxed.ToString());
        Suite.Show("concatenated", "is " + Color.Blue);
        Suite.Show("default", default(Color).ToString());
        Suite.Show("nullable", $"{(Color?)Color.Green} {(Color?)null}!");
        Suite.Show("of the library", $"{DayOfWeek.Friday} {DateTimeKind.Utc} {StringComparison.OrdinalIgnoreCase} {TypeCode.Int32} {MidpointRounding.ToZero}");
    }

    private static void Formats()
    {
        Suite.Group("enum formats");
        foreach (string format in new[] { "", "G", "g", "D", "d", "X", "x", "F", "f" })
        {
            Suite.Show($"color {format}", Color.Blue.ToString(format));
            Suite.Show($"unnamed {format}", ((Color)(-3)).ToString(format));
            Suite.Show($"flags {format}", (Access.Read | Access.Run).ToString(format));
            Suite.Show($"partly {format}", ((Access)17).ToString(format));
        }
        Suite.Show("null", Color.Green.ToString((string?)null));
        Suite.Show("X of widths", $"{Small.Minus:X} {Short.Min:X} {UInt.Top:X} {Long.Max:X} {ULong.Max:X}");
        Suite.Show("D of widths", $"{Small.Min:D} {UShort.Max:D} {UInt.Max:D} {Long.Min:D} {ULong.Max:D}");
        Suite.Show("F without attribute", ((Color)11).ToString("F"));
        Suite.Show("wrong letter", Thrown.WithMessage(() => Color.Red.ToString("Q")));
        Suite.Show("two letters", Thrown.WithMessage(() => Color.Red.ToString("GG")));
        Suite.Show("Format", Enum.Format(typeof(Color), Color.Green, "G"));
        Suite.Show("Format of a number", Enum.Format(typeof(Color), 10, "G") + Enum.Format(typeof(Color), 10, "x"));
        Suite.Show("Format of another number", Thrown.KindBy(() => Enum.Format(typeof(Color), 10L, "G")));
        Suite.Show("Format of another enum", Thrown.KindBy(() => Enum.Format(typeof(Color), Small.Max, "G")));
        Suite.Show("Format of nothing", Thrown.By(() => Enum.Format(typeof(Color), null!, "G")));
        Suite.Show("Format without format", Thrown.By(() => Enum.Format(typeof(Color), Color.Red, null!)));
        Suite.Show("Format of no enum", Thrown.By(() => Enum.Format(typeof(int), 1, "G")));
        Suite.Show("Format without type", Thrown.By(() => Enum.Format(null!, 1, "G")));
    }

    private static void Flags()
    {
        Suite.Group("enum flags");
        for (int i = 0; i < 16; i++) Suite.Show($"access {i}", ((Access)i).ToString());
        Suite.Show("high", (Access.High | Access.Both).ToString());
        Suite.Show("all bits", ((Access)255).ToString());
        for (int i = 0; i < 8; i++) Suite.Show($"without zero {i}", ((NoZero)i).ToString());
        Suite.Show("sign", (NoZero.Sign | NoZero.A).ToString());
        Suite.Show("sign and unnamed", ((NoZero)(-1)).ToString());
        Suite.Show("64 bits", (Wide.First | Wide.Last).ToString());
        Suite.Show("64 bits unnamed", ((Wide)0x8000_0000_0000_0002).ToString());
        Suite.Show("HasFlag", $"{Access.Both.HasFlag(Access.Read)} {Access.Read.HasFlag(Access.Both)} {Access.Read.HasFlag(Access.None)}");
        Enum boxed = Access.Both;
        Suite.Show("HasFlag boxed", $"{boxed.HasFlag(Access.Write)} {boxed.HasFlag(Access.Run)}");
        Suite.Show("HasFlag of another", Thrown.KindBy(() => boxed.HasFlag(Color.Red)));
        Suite.Show("HasFlag of nothing", Thrown.By(() => boxed.HasFlag(null!)));
        Suite.Show("of the library", (System.Globalization.NumberStyles.Integer | System.Globalization.NumberStyles.AllowHexSpecifier).ToString());
        Suite.Show("attributes", (AttributeTargets.Class | AttributeTargets.Struct).ToString());
    }

    private static void Interpolation()
    {
        Suite.Group("enum interpolation");
        Suite.Show("plain", $"{Color.Green}");
        Suite.Show("aligned right", $"[{Color.Green,8}]");
        Suite.Show("aligned left", $"[{Color.Green,-8}]");
        Suite.Show("format", $"{Color.Blue:D} {Color.Blue:X}");
        Suite.Show("aligned format", $"[{Color.Blue,5:D}] [{Access.Both,-12:F}]");
        Suite.Show("string.Format", string.Format("{0} {1:D} {2,6} {2,-6}|", Color.Green, Color.Blue, Color.Red));
        Suite.Show("StringBuilder", new StringBuilder().Append(Color.Green).Append($"{Color.Blue:D}{Access.Run}").ToString());
        Suite.Show("join", string.Join(";", [Color.Red, Color.Green]));
        Suite.Show("join of objects", string.Join(";", Color.Red, Access.Run, 5));
        Span<char> room = stackalloc char[16];
        bool fits = room.TryWrite($"{Color.Green}!", out int written);
        Suite.Show("TryWrite", $"{fits} {room[..written].ToString()}");
        fits = Enum.TryFormat(Access.Read | Access.Run, room, out written);
        Suite.Show("TryFormat", $"{fits} {written} {room[..written].ToString()}");
        fits = Enum.TryFormat(Access.Read | Access.Run, room[..8], out written);
        Suite.Show("TryFormat too short", $"{fits} {written}");
        fits = Enum.TryFormat(Color.Blue, room, out written, "x");
        Suite.Show("TryFormat x", $"{fits} {room[..written].ToString()}");
        fits = Enum.TryFormat((Color)77, room[..1], out written);
        Suite.Show("TryFormat number too short", $"{fits} {written}");
        Suite.Show("TryFormat of no enum", Thrown.KindBy(() => Enum.TryFormat(5, new char[4], out _)));
        fits = ((ISpanFormattable)Color.Green).TryFormat(room, out written, "G", null);
        Suite.Show("ISpanFormattable", $"{fits} {room[..written].ToString()}");
        Suite.Show("IFormattable", ((IFormattable)Color.Green).ToString("D", null));
        Suite.Show("record struct", new Painted(Color.Green, 3).ToString());
        Suite.Show("record", new Guarded(Access.Both, null).ToString());
        Suite.Show("record with nullable", new Guarded(Access.Read | Access.Run, Color.Last).ToString());
        Suite.Show("tuple", (Color.Red, Access.Both).ToString());
        Suite.Show("pair", new KeyValuePair<Color, int>(Color.Blue, 1).ToString());
        Suite.Show("anonymous", new { Color.Green, Access.Run }.ToString());
    }

    private static void Members()
    {
        Suite.Group("enum members");
        Suite.Show("names", string.Join(" ", Enum.GetNames<Color>()));
        Suite.Show("names by type", string.Join(" ", Enum.GetNames(typeof(Small))));
        Suite.Show("names of unsigned", string.Join(" ", Enum.GetNames<ULong>()));
        Suite.Show("no names", Enum.GetNames<Empty>().Length);
        Suite.Show("own copy", !ReferenceEquals(Enum.GetNames<Color>(), Enum.GetNames<Color>()));
        Suite.Show("name", Enum.GetName(Color.Green));
        Suite.Show("name of two", Enum.GetName(Color.Azure));
        Suite.Show("no name", Enum.GetName((Color)5));
        Suite.Show("name by type", Enum.GetName(typeof(Color), 1));
        Suite.Show("name of a long", Enum.GetName(typeof(Color), 10L));
        Suite.Show("name of a large long", Enum.GetName(typeof(Color), 0x1_0000_000AL));
        Suite.Show("name of a negative byte", Enum.GetName(typeof(Color), (sbyte)-1));
        Suite.Show("name of an enum", Enum.GetName(typeof(Color), Small.Minus));
        Suite.Show("name of text", Thrown.By(() => Enum.GetName(typeof(Color), "Red")));
        Suite.Show("name of nothing", Thrown.By(() => Enum.GetName(typeof(Color), null!)));
        Suite.Show("name of no enum", Thrown.By(() => Enum.GetName(typeof(string), 1)));
        Suite.Show("flags have no composed name", Enum.GetName(Access.Read | Access.Run));
        Suite.Show("on the type", string.Join(" ", typeof(Access).GetEnumNames()));
        Suite.Show("name on the type", typeof(Access).GetEnumName((byte)8));
        Suite.Show("names of no enum", Thrown.By(() => Enum.GetNames(typeof(int))));
        Suite.Show("names of nothing", Thrown.By(() => Enum.GetNames(null!)));
    }

    private static void Values()
    {
        Suite.Group("enum values");
        Suite.Show("values", string.Join(" ", Enum.GetValues<Color>()));
        Suite.Show("numbers", string.Join(" ", Enum.GetValues<Color>().Select(color => (int)color)));
        Suite.Show("signed bytes", string.Join(" ", Enum.GetValues<Small>().Select(small => (sbyte)small)));
        Suite.Show("unsigned", string.Join(" ", Enum.GetValues<UInt>().Select(value => (uint)value)));
        Suite.Show("none", Enum.GetValues<Empty>().Length);
        List<string> all = [];
        foreach (Access access in Enum.GetValues(typeof(Access))) all.Add(access.ToString());
        Suite.Show("by type", string.Join(" ", all));
        Suite.Show("as an array", ((Color[])Enum.GetValues(typeof(Color))).Length);
        Suite.Show("cast", string.Join(" ", Enum.GetValues(typeof(Long)).Cast<Long>()));
        Suite.Show("one", Enum.GetValues(typeof(Access)).GetValue(2)?.ToString());
        Suite.Show("underlying", string.Join(" ", (byte[])Enum.GetValuesAsUnderlyingType<Access>()));
        Suite.Show("underlying by type", string.Join(" ", (sbyte[])Enum.GetValuesAsUnderlyingType(typeof(Small))));
        Suite.Show("underlying long", string.Join(" ", (long[])Enum.GetValuesAsUnderlyingType<Long>()));
        Suite.Show("underlying ulong", string.Join(" ", (ulong[])typeof(ULong).GetEnumValuesAsUnderlyingType()));
        Suite.Show("underlying types", string.Join(" ", Enum.GetUnderlyingType(typeof(Color)), Enum.GetUnderlyingType(typeof(Access)),
            Enum.GetUnderlyingType(typeof(Small)), typeof(Short).GetEnumUnderlyingType(), typeof(UShort).GetEnumUnderlyingType(),
            typeof(UInt).GetEnumUnderlyingType(), typeof(Long).GetEnumUnderlyingType(), typeof(ULong).GetEnumUnderlyingType()));
        Suite.Show("underlying of no enum", Thrown.By(() => Enum.GetUnderlyingType(typeof(int))));
        Suite.Show("values of no enum", Thrown.By(() => Enum.GetValues(typeof(int))));
    }

    private static void Defined()
    {
        Suite.Group("enum defined");
        Suite.Show("member", Enum.IsDefined(Color.Green));
        Suite.Show("number", Enum.IsDefined((Color)5));
        Suite.Show("composed", Enum.IsDefined(Access.Read | Access.Run));
        Suite.Show("by type", Enum.IsDefined(typeof(Color), 10));
        Suite.Show("not by type", Enum.IsDefined(typeof(Color), 11));
        Suite.Show("name", Enum.IsDefined(typeof(Color), "Azure"));
        Suite.Show("name in another case", Enum.IsDefined(typeof(Color), "azure"));
        Suite.Show("enum", Enum.IsDefined(typeof(Color), Color.Last));
        Suite.Show("another number", Thrown.KindBy(() => Enum.IsDefined(typeof(Color), 1L)));
        Suite.Show("another enum", Thrown.KindBy(() => Enum.IsDefined(typeof(Color), Small.Max)));
        Suite.Show("no number", Thrown.KindBy(() => Enum.IsDefined(typeof(Color), 1.5)));
        Suite.Show("nothing", Thrown.By(() => Enum.IsDefined(typeof(Color), null!)));
        Suite.Show("on the type", typeof(Small).IsEnumDefined((sbyte)-1));
        Suite.Show("many", $"{Enum.IsDefined(Many.Far)} {Enum.IsDefined((Many)35)} {Enum.IsDefined((Many)99)}");
    }

    private static void Parsing()
    {
        Suite.Group("enum parsing");
        foreach (string text in new[]
        {
            "Red", "Azure", "red", " Green ", "\tBlue", "5", "-1", "+10", "007", "Red,Green", "Green, Blue", ",Red", "Red,", "Red,,Green", "", " ", "1x",
            "Red Green", "2147483648", "-2147483649", "--1", "0x1", "Red,1", "1 ", " 1", "1,0",
        })
        {
            bool parsed = Enum.TryParse(text, out Color color);
            Suite.Show($"'{text}'", $"{parsed} {(int)color}");
            parsed = Enum.TryParse(text, ignoreCase: true, out color);
            Suite.Show($"any case '{text}'", $"{parsed} {color}");
        }
        Suite.Show("Parse", Enum.Parse<Color>("Blue").ToString());
        Suite.Show("Parse ignoring case", Enum.Parse<Color>("bLUE", true).ToString());
        Suite.Show("Parse span", Enum.Parse<Access>("Read, Run".AsSpan()).ToString());
        Suite.Show("Parse span ignoring case", Enum.Parse<Access>("rEAD ,high".AsSpan(), true).ToString());
        Suite.Show("TryParse span", Enum.TryParse("Write".AsSpan(), out Access access) && access == Access.Write);
        Suite.Show("TryParse null", Enum.TryParse((string?)null, out access));
        Suite.Show("byte range", $"{Enum.TryParse("255", out access)} {access} {Enum.TryParse("256", out access)} {Enum.TryParse("-1", out access)}");
        Suite.Show("sbyte range", $"{Enum.TryParse("-128", out Small small)} {small} {Enum.TryParse("128", out small)}");
        Suite.Show("ulong", $"{Enum.TryParse("18446744073709551615", out ULong wide)} {wide} {Enum.TryParse("-1", out wide)}");
        Suite.Show("long", $"{Enum.TryParse("-9223372036854775808", out Long number)} {number}");
        Suite.Show("no enum", Thrown.KindBy(() => Enum.TryParse<int>("1", out _)));
    }

    private static void ParsingByType()
    {
        Suite.Group("enum parsing by type");
        Suite.Show("Parse", Enum.Parse(typeof(Color), "Green").ToString());
        Suite.Show("its type", Enum.Parse(typeof(Color), "Green") is Color.Green);
        Suite.Show("ignoring case", Enum.Parse(typeof(Access), "both,high", true).ToString());
        Suite.Show("span", Enum.Parse(typeof(Small), "Max".AsSpan()).ToString());
        Suite.Show("TryParse", Enum.TryParse(typeof(Color), "Blue", out object? result) ? result.ToString() : "no");
        Suite.Show("TryParse fails", Enum.TryParse(typeof(Color), "Bleu", out result) || result is not null);
        Suite.Show("TryParse span", Enum.TryParse(typeof(Color), "bLue".AsSpan(), true, out result) ? result.ToString() : "no");
        Suite.Show("TryParse null", Enum.TryParse(typeof(Color), (string?)null, out _));
        Suite.Show("no enum", Thrown.By(() => Enum.Parse(typeof(string), "a")));
        Suite.Show("no type", Thrown.By(() => Enum.Parse(null!, "a")));
        Suite.Show("no text", Thrown.By(() => Enum.Parse(typeof(Color), (string)null!)));
    }

    private static void ParsingFails()
    {
        Suite.Group("enum parsing fails");
        Suite.Show("name", Thrown.WithMessage(() => Enum.Parse<Color>("Bleu")));
        Suite.Show("list", Thrown.WithMessage(() => Enum.Parse<Color>(" Red, Bleu")));
        Suite.Show("comma", Thrown.WithMessage(() => Enum.Parse<Color>("Red,")));
        Suite.Show("empty", Thrown.WithMessage(() => Enum.Parse<Color>("")));
        Suite.Show("white", Thrown.WithMessage(() => Enum.Parse<Color>("  ")));
        Suite.Show("null", Thrown.WithMessage(() => Enum.Parse<Color>(null!)));
        Suite.Show("case", Thrown.WithMessage(() => Enum.Parse<Color>("red")));
        Suite.Show("large int", Thrown.WithMessage(() => Enum.Parse<Color>("2147483648")));
        Suite.Show("large byte", Thrown.WithMessage(() => Enum.Parse<Access>("256")));
        Suite.Show("negative byte", Thrown.WithMessage(() => Enum.Parse<Access>("-1")));
        Suite.Show("large sbyte", Thrown.WithMessage(() => Enum.Parse<Small>("128")));
        Suite.Show("large ulong", Thrown.WithMessage(() => Enum.Parse<ULong>("18446744073709551616")));
        Suite.Show("number and more", Thrown.WithMessage(() => Enum.Parse<Color>("1x")));
        Suite.Show("no enum", Thrown.WithMessage(() => Enum.Parse<int>("1")));
        Suite.Show("byte itself", Thrown.WithMessage(() => byte.Parse("256")) + Thrown.WithMessage(() => sbyte.Parse("128")));
    }

    private static void Objects()
    {
        Suite.Group("enum objects");
        Suite.Show("from int", Enum.ToObject(typeof(Color), 1).ToString());
        Suite.Show("from byte", Enum.ToObject(typeof(Access), (byte)3).ToString());
        Suite.Show("from long", Enum.ToObject(typeof(Small), -1L).ToString());
        Suite.Show("truncated", Enum.ToObject(typeof(Access), 0x103).ToString());
        Suite.Show("from an object", Enum.ToObject(typeof(Color), (object)(short)-1).ToString());
        Suite.Show("from an enum", Enum.ToObject(typeof(Color), Short.One).ToString());
        Suite.Show("from ulong", Enum.ToObject(typeof(ULong), ulong.MaxValue).ToString());
        Suite.Show("is it", Enum.ToObject(typeof(Color), 1) is Color);
        Suite.Show("from text", Thrown.By(() => Enum.ToObject(typeof(Color), "1")));
        Suite.Show("from nothing", Thrown.By(() => Enum.ToObject(typeof(Color), null!)));
        Suite.Show("of no enum", Thrown.By(() => Enum.ToObject(typeof(int), 1)));
        Suite.Show("type codes", $"{Color.Red.GetTypeCode()} {Access.Read.GetTypeCode()} {Small.Max.GetTypeCode()} {ULong.Max.GetTypeCode()} {Short.One.GetTypeCode()}");
        Suite.Show("unbox to its number", (int)(object)Color.Blue);
    }

    private static void Comparing()
    {
        Suite.Group("enum comparing");
        object red = Color.Red, green = Color.Green;
        Suite.Show("equal", red.Equals(Color.Red) && !red.Equals(green));
        Suite.Show("not its number", red.Equals(0));
        Suite.Show("not another enum", Color.Red.Equals(Short.One - 1));
        Suite.Show("hash int", Color.Blue.GetHashCode());
        Suite.Show("hash sbyte", Small.Min.GetHashCode());
        Suite.Show("hash ushort", UShort.Max.GetHashCode());
        Suite.Show("hash uint", UInt.Max.GetHashCode());
        Suite.Show("hash long", Long.Max.GetHashCode());
        Suite.Show("hash ulong", ULong.Top.GetHashCode());
        Suite.Show("boxed hash", green.GetHashCode());
        Suite.Show("compare", $"{Color.Red.CompareTo(Color.Green)} {Color.Green.CompareTo(Color.Red)} {Color.Red.CompareTo(Color.Red)} {Color.Last.CompareTo(Color.Red)}");
        Suite.Show("compare bytes", $"{Access.High.CompareTo(Access.Read)} {Small.Min.CompareTo(Small.Max)}");
        Suite.Show("compare unsigned", $"{UInt.Max.CompareTo(UInt.Zero)} {ULong.Max.CompareTo(ULong.Zero)} {Long.Min.CompareTo(Long.Max)}");
        Suite.Show("compare with nothing", Color.Red.CompareTo(null));
        Suite.Show("compare with another", Thrown.KindBy(() => Color.Red.CompareTo(Small.Max)));
        Suite.Show("comparer", Comparer<Color>.Default.Compare(Color.Green, Color.Last));
        Color[] colors = [Color.Blue, Color.Last, Color.Red, Color.Green];
        Array.Sort(colors);
        Suite.Show("sorted", string.Join(" ", colors));
        Suite.Show("ordered", string.Join(" ", colors.OrderByDescending(color => color)));
    }

    private static void Uses()
    {
        Suite.Group("enum uses");
        Dictionary<Color, string> names = Enum.GetValues<Color>().Distinct().ToDictionary(color => color, color => color.ToString());
        Suite.Show("dictionary", names[Color.Azure] + names[Color.Last]);
        Suite.Show("grouped", string.Join(" ", new[] { 1, 2, 3 }.GroupBy(i => i % 2 == 0 ? Color.Red : Color.Green).Select(group => $"{group.Key}:{group.Count()}")));
        Suite.Show("switch", Color.Green switch { Color.Red => "r", Color.Green => "g", _ => "?" });
        Suite.Show("message", new ArgumentOutOfRangeException("color", (Color)33, "No such color.").Message.Replace("\n", "|"));
        Suite.Show("value", new ArgumentOutOfRangeException("color", Color.Green, null).Message.Replace("\n", "|"));
        Suite.Show("generic", NameOf(Color.Blue) + NameOf(Access.Run) + NameOf((Long)5));
        Suite.Show("constraint", Next(Color.Red).ToString());
        Suite.Show("parsed list", string.Join("|", "Read;Run;Both".Split(';').Select(Enum.Parse<Access>)));
    }

    private static string NameOf<T>(T value) where T : struct, Enum => Enum.GetName(value) ?? value.ToString("D");

    private static T Next<T>(T value) where T : struct, Enum
    {
        T[] values = Enum.GetValues<T>();
        return values[Array.IndexOf(values, value) + 1];
    }
}
