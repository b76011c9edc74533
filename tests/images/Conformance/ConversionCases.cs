using System;
using System.Collections.Generic;
using System.Globalization;

/// <summary>IConvertible, Convert.ChangeType and Convert of objects.</summary>
internal static class ConversionCases
{
    private sealed class Metres(double value) : IConvertible
    {
        public TypeCode GetTypeCode() => TypeCode.Object;
        public bool ToBoolean(IFormatProvider? provider) => value != 0;
        public char ToChar(IFormatProvider? provider) => 'm';
        public sbyte ToSByte(IFormatProvider? provider) => (sbyte)value;
        public byte ToByte(IFormatProvider? provider) => (byte)value;
        public short ToInt16(IFormatProvider? provider) => (short)value;
        public ushort ToUInt16(IFormatProvider? provider) => (ushort)value;
        public int ToInt32(IFormatProvider? provider) => (int)value;
        public uint ToUInt32(IFormatProvider? provider) => (uint)value;
        public long ToInt64(IFormatProvider? provider) => (long)value;
        public ulong ToUInt64(IFormatProvider? provider) => (ulong)value;
        public float ToSingle(IFormatProvider? provider) => (float)value;
        public double ToDouble(IFormatProvider? provider) => value;
        public decimal ToDecimal(IFormatProvider? provider) => (decimal)value;
        public DateTime ToDateTime(IFormatProvider? provider) => new(2000, 1, 1);
        public string ToString(IFormatProvider? provider) => value.ToString(provider) + "m";
        public object ToType(Type conversionType, IFormatProvider? provider) => conversionType == typeof(List<int>) ? new List<int> { (int)value } : "other";
    }

    private enum ByteKind : byte { Large = 200 }

    private static readonly (string Name, object? Value)[] s_values =
    [
        ("null", null), ("true", true), ("false", false), ("char", 'A'), ("digit", '7'), ("sbyte", (sbyte)-5), ("byte", (byte)200), ("short", (short)-3000), ("ushort", (ushort)60000),
        ("int", 70000), ("minus", -1), ("uint", 4000000000u), ("long", 5000000000L), ("ulong", ulong.MaxValue), ("float", 2.5f), ("double", 3.5), ("negative", -0.5), ("big", 1e20), ("nan", double.NaN),
        ("decimal", 12.5m), ("date", new DateTime(2020, 2, 3)), ("number", "42"), ("real", "1.5"), ("word", "abc"), ("truth", "True"), ("empty", ""), ("dbnull", DBNull.Value), ("object", new object()), ("metres", new Metres(9.25)),
    ];

    private static readonly (string Name, Type Type)[] s_types =
    [
        ("Boolean", typeof(bool)), ("Char", typeof(char)), ("SByte", typeof(sbyte)), ("Byte", typeof(byte)), ("Int16", typeof(short)), ("UInt16", typeof(ushort)), ("Int32", typeof(int)), ("UInt32", typeof(uint)),
        ("Int64", typeof(long)), ("UInt64", typeof(ulong)), ("Single", typeof(float)), ("Double", typeof(double)), ("Decimal", typeof(decimal)), ("DateTime", typeof(DateTime)), ("String", typeof(string)), ("Object", typeof(object)),
    ];

    private static string Text(object? value) => value switch
    {
        null => "null",
        DateTime date => date.ToString("s"),
        DBNull => "dbnull",
        string text => "'" + text + "'",
        char c => "char " + c,
        bool truth => truth ? "yes" : "no",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        List<int> list => "list " + list[0],
        Metres => "metres",
        _ => "object",
    };

    private static string Try(Func<object?> convert)
    {
        try
        {
            return Text(convert());
        }
        catch (InvalidCastException)
        {
            return "cast";
        }
        catch (FormatException)
        {
            return "format";
        }
        catch (OverflowException)
        {
            return "overflow";
        }
        catch (ArgumentException)
        {
            return "argument";
        }
    }

    public static void Run()
    {
        Suite.Group("conversions");
        foreach ((string name, object? value) in s_values)
        {
            string line = "";
            foreach ((_, Type type) in s_types) line += Try(() => Convert.ChangeType(value, type, CultureInfo.InvariantCulture)) + "|";
            Suite.Show("change." + name, line);
            Suite.Show("objects." + name, Objects(value));
            Suite.Show("code." + name, (int)Convert.GetTypeCode(value) + (Convert.IsDBNull(value) ? " none" : "") + " " + Try(() => Convert.ChangeType(value, TypeCode.Int32)) + " " + Try(() => Convert.ChangeType(value, TypeCode.String)));
        }
        foreach ((string name, Type type) in s_types) Suite.Show("typecode." + name, ((int)Type.GetTypeCode(type)).ToString());
        Suite.Show("typecode.others", $"{(int)Type.GetTypeCode(null)} {(int)Type.GetTypeCode(typeof(DBNull))} {(int)Type.GetTypeCode(typeof(List<int>))} {(int)Type.GetTypeCode(typeof(Guid))} {(int)Type.GetTypeCode(typeof(Int128))} {(int)Type.GetTypeCode(typeof(nint))}");
        Suite.Show("gettypecode", $"{(int)1.GetTypeCode()} {(int)"".GetTypeCode()} {(int)'c'.GetTypeCode()} {(int)true.GetTypeCode()} {(int)1.5m.GetTypeCode()} {(int)DateTime.MinValue.GetTypeCode()} {(int)1f.GetTypeCode()} {(int)1d.GetTypeCode()} {(int)((byte)1).GetTypeCode()} {(int)1ul.GetTypeCode()}");
        Suite.Show("change.toown", Try(() => Convert.ChangeType(new Metres(3), typeof(List<int>))) + Try(() => Convert.ChangeType(new Metres(3), typeof(Guid))));
        Suite.Show("change.same", Try(() => Convert.ChangeType(new Metres(3), typeof(Metres))) + Try(() => Convert.ChangeType(new List<int> { 4 }, typeof(List<int>))));
        Suite.Show("change.unknown", Thrown.By(() => Convert.ChangeType(1, typeof(Guid))) + Thrown.By(() => Convert.ChangeType(1, (Type)null!)) + Thrown.By(() => Convert.ChangeType(null, typeof(int))) + Thrown.By(() => Convert.ChangeType("1", (TypeCode)99)) + Thrown.By(() => Convert.ChangeType(1, TypeCode.DBNull)));
        Suite.Show("change.messages", Thrown.WithMessage(() => Convert.ChangeType(1, typeof(DateTime))) + Thrown.WithMessage(() => Convert.ChangeType(new object(), typeof(int))) + Thrown.WithMessage(() => Convert.ToChar(1.5)) + Thrown.WithMessage(() => Convert.ToDateTime(true)));
        IConvertible day = DayOfWeek.Friday;
        Suite.Show("enum", $"{day.ToInt32(null)} {day.ToByte(null)} {day.ToBoolean(null)} {day.ToDouble(null)} {(int)day.GetTypeCode()} {(int)ByteKind.Large.GetTypeCode()} {((IConvertible)ByteKind.Large).ToInt64(null)} {Convert.ToInt32(DayOfWeek.Monday)} {Convert.ToInt32((object)DayOfWeek.Tuesday)} {Convert.ToUInt64((object)ByteKind.Large)} {Convert.ChangeType(ByteKind.Large, typeof(short))} {Convert.ChangeType(DayOfWeek.Sunday, typeof(string))}");
        Suite.Show("enum.errors", Thrown.By(() => Convert.ToDateTime((object)DayOfWeek.Monday)) + Thrown.By(() => ((IConvertible)(DayOfWeek)1000).ToByte(null)) + Thrown.By(() => Convert.ChangeType(1, typeof(DayOfWeek))));
        IConvertible convertible = 65;
        Suite.Show("explicit", $"{convertible.ToChar(null)} {convertible.ToBoolean(null)} {convertible.ToDouble(null)} {convertible.ToDecimal(null)} {convertible.ToString(null)} {Text(convertible.ToType(typeof(string), null))}");
        Suite.Show("dbnull", DBNull.Value.ToString() + (int)DBNull.Value.GetTypeCode() + (Convert.DBNull == DBNull.Value) + Thrown.By(() => ((IConvertible)DBNull.Value).ToInt32(null)));
        Suite.Show("string", $"{((IConvertible)"12").ToInt32(null)} {((IConvertible)"12").ToDouble(null)} {((IConvertible)"x").ToChar(null)} {((IConvertible)"true").ToBoolean(null)} {((IConvertible)"2020-01-02").ToDateTime(null):s}");
    }

    private static string Objects(object? value) =>
        Try(() => Convert.ToBoolean(value)) + "|" + Try(() => Convert.ToChar(value)) + "|" + Try(() => Convert.ToSByte(value)) + "|" + Try(() => Convert.ToByte(value)) + "|" + Try(() => Convert.ToInt16(value)) + "|"
        + Try(() => Convert.ToInt32(value)) + "|" + Try(() => Convert.ToUInt64(value)) + "|" + Try(() => Convert.ToSingle(value)) + "|" + Try(() => Convert.ToDouble(value)) + "|" + Try(() => Convert.ToDecimal(value)) + "|"
        + Try(() => Convert.ToDateTime(value)) + "|" + Try(() => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not (null or DBNull or Metres) && value.GetType() != typeof(object) ? text : "-");
}
