// From one number type to another as .NET rounds: halves to even; what does not fit is an OverflowException.

namespace System;

public static partial class Convert
{
    public static bool ToBoolean(bool value) => value;
    public static bool ToBoolean(sbyte value) => value != 0;
    public static bool ToBoolean(byte value) => value != 0;
    public static bool ToBoolean(short value) => value != 0;
    public static bool ToBoolean(ushort value) => value != 0;
    public static bool ToBoolean(int value) => value != 0;
    public static bool ToBoolean(uint value) => value != 0;
    public static bool ToBoolean(long value) => value != 0;
    public static bool ToBoolean(ulong value) => value != 0;
    public static bool ToBoolean(float value) => value != 0;
    public static bool ToBoolean(double value) => value != 0;
    public static bool ToBoolean(decimal value) => value != 0;

    public static char ToChar(char value) => value;
    public static char ToChar(sbyte value) => checked((char)value);
    public static char ToChar(byte value) => checked((char)value);
    public static char ToChar(short value) => checked((char)value);
    public static char ToChar(ushort value) => checked((char)value);
    public static char ToChar(int value) => checked((char)value);
    public static char ToChar(uint value) => checked((char)value);
    public static char ToChar(long value) => checked((char)value);
    public static char ToChar(ulong value) => checked((char)value);

    public static sbyte ToSByte(bool value) => value ? (sbyte)1 : (sbyte)0;
    public static sbyte ToSByte(char value) => checked((sbyte)value);
    public static sbyte ToSByte(sbyte value) => value;
    public static sbyte ToSByte(byte value) => checked((sbyte)value);
    public static sbyte ToSByte(short value) => checked((sbyte)value);
    public static sbyte ToSByte(ushort value) => checked((sbyte)value);
    public static sbyte ToSByte(int value) => checked((sbyte)value);
    public static sbyte ToSByte(uint value) => checked((sbyte)value);
    public static sbyte ToSByte(long value) => checked((sbyte)value);
    public static sbyte ToSByte(ulong value) => checked((sbyte)value);
    public static sbyte ToSByte(float value) => checked((sbyte)Math.Round((double)value));
    public static sbyte ToSByte(double value) => checked((sbyte)Math.Round((double)value));
    public static sbyte ToSByte(decimal value) => (sbyte)decimal.Round(value);

    public static byte ToByte(bool value) => value ? (byte)1 : (byte)0;
    public static byte ToByte(char value) => checked((byte)value);
    public static byte ToByte(sbyte value) => checked((byte)value);
    public static byte ToByte(byte value) => value;
    public static byte ToByte(short value) => checked((byte)value);
    public static byte ToByte(ushort value) => checked((byte)value);
    public static byte ToByte(int value) => checked((byte)value);
    public static byte ToByte(uint value) => checked((byte)value);
    public static byte ToByte(long value) => checked((byte)value);
    public static byte ToByte(ulong value) => checked((byte)value);
    public static byte ToByte(float value) => checked((byte)Math.Round((double)value));
    public static byte ToByte(double value) => checked((byte)Math.Round((double)value));
    public static byte ToByte(decimal value) => (byte)decimal.Round(value);

    public static short ToInt16(bool value) => value ? (short)1 : (short)0;
    public static short ToInt16(char value) => checked((short)value);
    public static short ToInt16(sbyte value) => checked((short)value);
    public static short ToInt16(byte value) => checked((short)value);
    public static short ToInt16(short value) => value;
    public static short ToInt16(ushort value) => checked((short)value);
    public static short ToInt16(int value) => checked((short)value);
    public static short ToInt16(uint value) => checked((short)value);
    public static short ToInt16(long value) => checked((short)value);
    public static short ToInt16(ulong value) => checked((short)value);
    public static short ToInt16(float value) => checked((short)Math.Round((double)value));
    public static short ToInt16(double value) => checked((short)Math.Round((double)value));
    public static short ToInt16(decimal value) => (short)decimal.Round(value);

    public static ushort ToUInt16(bool value) => value ? (ushort)1 : (ushort)0;
    public static ushort ToUInt16(char value) => checked((ushort)value);
    public static ushort ToUInt16(sbyte value) => checked((ushort)value);
    public static ushort ToUInt16(byte value) => checked((ushort)value);
    public static ushort ToUInt16(short value) => checked((ushort)value);
    public static ushort ToUInt16(ushort value) => value;
    public static ushort ToUInt16(int value) => checked((ushort)value);
    public static ushort ToUInt16(uint value) => checked((ushort)value);
    public static ushort ToUInt16(long value) => checked((ushort)value);
    public static ushort ToUInt16(ulong value) => checked((ushort)value);
    public static ushort ToUInt16(float value) => checked((ushort)Math.Round((double)value));
    public static ushort ToUInt16(double value) => checked((ushort)Math.Round((double)value));
    public static ushort ToUInt16(decimal value) => (ushort)decimal.Round(value);

    public static int ToInt32(bool value) => value ? (int)1 : (int)0;
    public static int ToInt32(char value) => checked((int)value);
    public static int ToInt32(sbyte value) => checked((int)value);
    public static int ToInt32(byte value) => checked((int)value);
    public static int ToInt32(short value) => checked((int)value);
    public static int ToInt32(ushort value) => checked((int)value);
    public static int ToInt32(int value) => value;
    public static int ToInt32(uint value) => checked((int)value);
    public static int ToInt32(long value) => checked((int)value);
    public static int ToInt32(ulong value) => checked((int)value);
    public static int ToInt32(float value) => checked((int)Math.Round((double)value));
    public static int ToInt32(double value) => checked((int)Math.Round((double)value));
    public static int ToInt32(decimal value) => (int)decimal.Round(value);

    public static uint ToUInt32(bool value) => value ? (uint)1 : (uint)0;
    public static uint ToUInt32(char value) => checked((uint)value);
    public static uint ToUInt32(sbyte value) => checked((uint)value);
    public static uint ToUInt32(byte value) => checked((uint)value);
    public static uint ToUInt32(short value) => checked((uint)value);
    public static uint ToUInt32(ushort value) => checked((uint)value);
    public static uint ToUInt32(int value) => checked((uint)value);
    public static uint ToUInt32(uint value) => value;
    public static uint ToUInt32(long value) => checked((uint)value);
    public static uint ToUInt32(ulong value) => checked((uint)value);
    public static uint ToUInt32(float value) => checked((uint)Math.Round((double)value));
    public static uint ToUInt32(double value) => checked((uint)Math.Round((double)value));
    public static uint ToUInt32(decimal value) => (uint)decimal.Round(value);

    public static long ToInt64(bool value) => value ? (long)1 : (long)0;
    public static long ToInt64(char value) => checked((long)value);
    public static long ToInt64(sbyte value) => checked((long)value);
    public static long ToInt64(byte value) => checked((long)value);
    public static long ToInt64(short value) => checked((long)value);
    public static long ToInt64(ushort value) => checked((long)value);
    public static long ToInt64(int value) => checked((long)value);
    public static long ToInt64(uint value) => checked((long)value);
    public static long ToInt64(long value) => value;
    public static long ToInt64(ulong value) => checked((long)value);
    public static long ToInt64(float value) => checked((long)Math.Round((double)value));
    public static long ToInt64(double value) => checked((long)Math.Round((double)value));
    public static long ToInt64(decimal value) => (long)decimal.Round(value);

    public static ulong ToUInt64(bool value) => value ? (ulong)1 : (ulong)0;
    public static ulong ToUInt64(char value) => checked((ulong)value);
    public static ulong ToUInt64(sbyte value) => checked((ulong)value);
    public static ulong ToUInt64(byte value) => checked((ulong)value);
    public static ulong ToUInt64(short value) => checked((ulong)value);
    public static ulong ToUInt64(ushort value) => checked((ulong)value);
    public static ulong ToUInt64(int value) => checked((ulong)value);
    public static ulong ToUInt64(uint value) => checked((ulong)value);
    public static ulong ToUInt64(long value) => checked((ulong)value);
    public static ulong ToUInt64(ulong value) => value;
    public static ulong ToUInt64(float value) => checked((ulong)Math.Round((double)value));
    public static ulong ToUInt64(double value) => checked((ulong)Math.Round((double)value));
    public static ulong ToUInt64(decimal value) => (ulong)decimal.Round(value);

    public static float ToSingle(bool value) => value ? (float)1 : (float)0;
    public static float ToSingle(sbyte value) => (float)value;
    public static float ToSingle(byte value) => (float)value;
    public static float ToSingle(short value) => (float)value;
    public static float ToSingle(ushort value) => (float)value;
    public static float ToSingle(int value) => (float)value;
    public static float ToSingle(uint value) => (float)value;
    public static float ToSingle(long value) => (float)value;
    public static float ToSingle(ulong value) => (float)value;
    public static float ToSingle(float value) => value;
    public static float ToSingle(double value) => (float)value;
    public static float ToSingle(decimal value) => (float)value;

    public static double ToDouble(bool value) => value ? (double)1 : (double)0;
    public static double ToDouble(sbyte value) => (double)value;
    public static double ToDouble(byte value) => (double)value;
    public static double ToDouble(short value) => (double)value;
    public static double ToDouble(ushort value) => (double)value;
    public static double ToDouble(int value) => (double)value;
    public static double ToDouble(uint value) => (double)value;
    public static double ToDouble(long value) => (double)value;
    public static double ToDouble(ulong value) => (double)value;
    public static double ToDouble(float value) => (double)value;
    public static double ToDouble(double value) => value;
    public static double ToDouble(decimal value) => (double)value;

    public static decimal ToDecimal(bool value) => value ? (decimal)1 : (decimal)0;
    public static decimal ToDecimal(sbyte value) => (decimal)value;
    public static decimal ToDecimal(byte value) => (decimal)value;
    public static decimal ToDecimal(short value) => (decimal)value;
    public static decimal ToDecimal(ushort value) => (decimal)value;
    public static decimal ToDecimal(int value) => (decimal)value;
    public static decimal ToDecimal(uint value) => (decimal)value;
    public static decimal ToDecimal(long value) => (decimal)value;
    public static decimal ToDecimal(ulong value) => (decimal)value;
    public static decimal ToDecimal(float value) => (decimal)value;
    public static decimal ToDecimal(double value) => (decimal)value;
    public static decimal ToDecimal(decimal value) => value;
}
