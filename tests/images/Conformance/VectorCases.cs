// Vectors: what the generated cases, one for every method, do not reach.

using System;
using System.Runtime.Intrinsics;

internal static partial class Vector64Cases
{
    public static void Run() { Suite.Group("vector64"); Methods(); }
}

internal static partial class Vector128Cases
{
    public static void Run() { Suite.Group("vector128"); Methods(); }
}

internal static partial class Vector256Cases
{
    public static void Run() { Suite.Group("vector256"); Methods(); }
}

internal static partial class Vector512Cases
{
    public static void Run() { Suite.Group("vector512"); Methods(); }
}

internal static unsafe class VectorCases
{
    public static void Run()
    {
        Vector64Cases.Run();
        Vector128Cases.Run();
        Vector256Cases.Run();
        Vector512Cases.Run();
        VectorOfTCases.Run();
        Suite.Group("vectors");
        Text();
        Memory();
        Operators();
        Failures();
    }

    private static void Text()
    {
        Suite.Equal("text of ints", "<1, -2, 3, 4>", Vector128.Create(1, -2, 3, 4).ToString());
        Suite.Equal("text of doubles", "<1.5, NaN>", Vector128.Create(1.5, double.NaN).ToString());
        Suite.Equal("text of bytes", "<1, 1, 1, 1, 1, 1, 1, 1>", Vector64.Create((byte)1).ToString());
        Suite.Equal("text of longs", "<0, 1, 2, 3>", Vector256<long>.Indices.ToString());
        Suite.Equal("count of bytes", 64, Vector512<byte>.Count);
        Suite.True("supported", Vector128<nint>.IsSupported && !Vector128<bool>.IsSupported && !Vector256<char>.IsSupported);
        Suite.True("no number equals itself as an object", Vector128.Create(double.NaN).Equals(Vector128.Create(double.NaN)));
        Suite.True("no number differs under ==", Vector128.Create(double.NaN) != Vector128.Create(double.NaN));
        Suite.True("equal to an object", Vector128.Create(7).Equals((object)Vector128.Create(7)) && !Vector128.Create(7).Equals("7"));
        Suite.True("hash of equals", Vector256.Create(7).GetHashCode() == Vector256.Create(7).GetHashCode());
    }

    private static void Memory()
    {
        int[] numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
        for (int i = 0; i < 4; i++)
        {
            Suite.Equal($"load at {i}", Vector128.Create(numbers, i).ToString(), Vector128.LoadUnsafe(ref numbers[0], (nuint)i).ToString());
            fixed (int* at = &numbers[i])
            {
                Suite.Show($"load pointer at {i}", Vector256.Load(at).ToString());
                Suite.Show($"load 512 at {i}", Vector512.Sum(Vector512.Load(at)));
            }
        }
        var target = new int[9];
        Vector128.Create(5).CopyTo(target, 1);
        Vector128.StoreUnsafe(Vector128.Create(6), ref target[0], 5);
        Suite.Equal("stored", "0,5,5,5,5,6,6,6,6", string.Join(",", target));
        Suite.True("too short", !Vector256.Create(1).TryCopyTo(target.AsSpan(2)));
        Suite.True("long enough", Vector256.Create(1).TryCopyTo(target.AsSpan(1)));
        byte* memory = stackalloc byte[128];
        byte* aligned = (byte*)(((nuint)memory + 63) & ~(nuint)63);
        Vector512.Create((byte)3).StoreAligned(aligned);
        Suite.Show("aligned", Vector256.LoadAligned(aligned + 32).ToString());
        Suite.Show("aligned not cached", Vector128.LoadAlignedNonTemporal(aligned + 16).ToString());
        Suite.Show("as Vector<T>", Vector128.Create(1, 2, 3, 4).AsVector().AsVector128().ToString());
        Suite.Show("scalar only", Vector128.CreateScalarUnsafe(9).ToScalar());
        Suite.Show("lower of wider", Vector128.Create(4).ToVector256Unsafe().GetLower().ToString());
        Suite.Show("lerp", Vector128.Lerp(Vector128.Create(2f), Vector128.Create(4f), Vector128.Create(0.5f)).ToString());
        Suite.Show("multiply and add", Vector256.MultiplyAddEstimate(Vector256.Create(2.0), Vector256.Create(3.0), Vector256.Create(4.0)).ToString());
        Suite.Show("degrees", Vector128.DegreesToRadians(Vector128.Create(180.0)).ToString());
    }

    private static void Operators()
    {
        Vector256<short> a = Vector256.Create((short)-300), b = Vector256.Create((short)7);
        Suite.Show("+", (a + b).ToString());
        Suite.Show("-", (a - b).ToString());
        Suite.Show("*", (a * b).ToString());
        Suite.Show("* scalar", (a * 3).ToString());
        Suite.Show("/", (a / b).ToString());
        Suite.Show("&", (a & b).ToString());
        Suite.Show("|", (a | b).ToString());
        Suite.Show("^", (a ^ b).ToString());
        Suite.Show("~", (~a).ToString());
        Suite.Show("negative", (-a).ToString());
        Suite.Show("<<", (a << 3).ToString());
        Suite.Show(">>", (a >> 3).ToString());
        Suite.Show(">>>", (a >>> 3).ToString());
        Suite.Show("one", Vector128<double>.One.ToString());
        Suite.Show("all bits", Vector128<ushort>.AllBitsSet.ToString());
        Suite.Show("element", a[3]);
        Suite.Show("fused small", Vector128.FusedMultiplyAdd(Vector128.Create(1 + 1e-9), Vector128.Create(1 - 1e-9), Vector128.Create(-1.0)).ToString());
        Suite.Show("fused huge", Vector128.FusedMultiplyAdd(Vector128.Create(1e300), Vector128.Create(1e300), Vector128.Create(-double.MaxValue)).ToString());
        Suite.Show("fused tiny", Vector128.FusedMultiplyAdd(Vector128.Create(1e-200), Vector128.Create(1e-120), Vector128.Create(5e-324)).ToString());
        Suite.Show("fused cancels", Vector128.FusedMultiplyAdd(Vector128.Create(3.0), Vector128.Create(5.0), Vector128.Create(-15.0)).ToString());
        Suite.Show("fused floats", Vector128.FusedMultiplyAdd(Vector128.Create(16777217f), Vector128.Create(1.0000001f), Vector128.Create(-0.1f)).ToString());
    }

    private static void Failures()
    {
        Suite.Show("no vectors of bool", Thrown(() => Vector128<bool>.Count));
        Suite.Show("no sum of chars", Thrown(() => Vector128.Create('a') + Vector128.Create('b')));
        Suite.Show("element outside", Thrown(() => Vector128.Create(1).GetElement(4)));
        Suite.Show("element below", Thrown(() => Vector256.Create(1)[-1]));
        Suite.Show("with element outside", Thrown(() => Vector128.Create(1).WithElement(4, 1)));
        Suite.Show("array too short", Thrown(() => Vector128.Create(new int[3])));
        Suite.Show("array too short from", Thrown(() => Vector128.Create(new int[5], 2)));
        Suite.Show("span too short", Thrown(() => Vector128.Create(new ReadOnlySpan<int>(new int[3]))));
        Suite.Show("copy too short", Thrown(() => { Vector128.Create(1).CopyTo(new int[3]); return 0; }));
        Suite.Show("copy from outside", Thrown(() => { Vector128.Create(1).CopyTo(new int[4], 4); return 0; }));
        Suite.Show("divide by zero", Thrown(() => Vector128.Create(1) / Vector128<int>.Zero));
    }

    private static string Thrown<T>(Func<T> action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (NotSupportedException) { return "NotSupportedException"; }
        catch (DivideByZeroException) { return "DivideByZeroException"; }
        catch (ArgumentOutOfRangeException) { return "ArgumentOutOfRangeException"; }
        catch (ArgumentException) { return "ArgumentException"; }
    }
}

/// <summary>Vectors as wide as the processor has them: what is printed does not say how wide.</summary>
internal static class VectorOfTCases
{
    public static void Run()
    {
        Suite.Group("vector of t");
        Type<byte>("byte");
        Type<sbyte>("sbyte");
        Type<short>("short");
        Type<ushort>("ushort");
        Type<int>("int");
        Type<uint>("uint");
        Type<long>("long");
        Type<ulong>("ulong");
        Type<float>("float");
        Type<double>("double");
        Suite.True("ones", System.Numerics.Vector<int>.One == new System.Numerics.Vector<int>(1));
        Suite.True("narrow", System.Numerics.Vector.Narrow(System.Numerics.Vector.Create(257), System.Numerics.Vector.Create(258))[0] == 257);
        System.Numerics.Vector.Widen(System.Numerics.Vector.Create((byte)200), out System.Numerics.Vector<ushort> low, out System.Numerics.Vector<ushort> high);
        Suite.True("widen", low == high && low[0] == 200);
        Suite.True("compare floats", System.Numerics.Vector.Equals(System.Numerics.Vector.Create(1f), System.Numerics.Vector.Create(1f)) == System.Numerics.Vector.Create(-1));
        Suite.True("convert", System.Numerics.Vector.ConvertToInt32(System.Numerics.Vector.Create(2.75f)) == System.Numerics.Vector.Create(2));
        Suite.True("square root", System.Numerics.Vector.SquareRoot(System.Numerics.Vector.Create(9.0))[1] == 3);
    }

    private static void Type<T>(string name) where T : struct, System.Numerics.INumber<T>
    {
        T[] values = Samples<T>.Tame;
        T total = T.Zero, product = T.Zero, greatest = T.Zero;
        int count = System.Numerics.Vector<T>.Count, same = 0;
        for (int i = 0; i + count <= 64; i += count)
        {
            var vector = new System.Numerics.Vector<T>(values, i);
            total += System.Numerics.Vector.Sum(vector + System.Numerics.Vector<T>.One);
            product += System.Numerics.Vector.Dot(vector, vector);
            var copy = new T[count];
            System.Numerics.Vector.Max(vector, System.Numerics.Vector.Create(values[3])).CopyTo(copy);
            foreach (T value in copy) greatest = T.Max(greatest, value);
            same += System.Numerics.Vector.Count(vector, values[0]);
        }
        Suite.Show(name, $"{total} {product} {greatest} {same}");
    }
}
