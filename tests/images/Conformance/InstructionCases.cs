// The x86 instructions. Which ones there are depends on the machine and on the image's instruction set; what they compute
// does not: where one is missing, its result is computed without it.

using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

internal static class InstructionCases
{
    private static readonly Vector128<byte> s_bytes = Vector128.Create((byte)1, 200, 3, 130, 5, 250, 7, 128, 9, 10, 11, 12, 13, 14, 15, 255);
    private static readonly Vector128<byte> s_order = Vector128.Create((byte)15, 14, 13, 0x80, 0, 1, 2, 3, 8, 8, 0xFF, 7, 6, 5, 4, 3);
    private static readonly Vector128<int> s_ints = Vector128.Create(-5, 6, int.MinValue, 70000);
    private static readonly Vector128<float> s_floats = Vector128.Create(1.5f, -2.5f, 9, 0.25f);

    public static void Run()
    {
        Suite.Group("instructions");
        Suite.True("always there", X86Base.IsSupported && Sse.IsSupported && Sse2.IsSupported && X86Base.X64.IsSupported);
        (int highest, int name0, int name2, int name1) = X86Base.CpuId(0, 0);
        Suite.True("processor has a name", highest > 0 && (name0 | name1 | name2) != 0);
        Suite.True("processor has SSE2", (X86Base.CpuId(1, 0).Edx & (1 << 26)) != 0);
        Suite.True("later ones bring earlier ones", (!Avx2.IsSupported || Avx.IsSupported) && (!Sse42.IsSupported || Sse41.IsSupported) && (!Avx512F.IsSupported || Avx2.IsSupported));
        Base();
        Later();
        Bits();
        Wide();
        Missing();
    }

    private static void Base()
    {
        Suite.Show("add", Sse2.Add(s_ints, Vector128.Create(10)).ToString());
        Suite.Show("add saturated", Sse2.AddSaturate(s_bytes, s_bytes).ToString());
        Suite.Show("average", Sse2.Average(s_bytes, Vector128<byte>.Zero).ToString());
        Suite.Show("sum of differences", Sse2.SumAbsoluteDifferences(s_bytes, Vector128.Create((byte)100)).ToString());
        Suite.Show("move mask", Sse2.MoveMask(s_bytes));
        Suite.Show("unpack", Sse2.UnpackLow(s_bytes, Vector128<byte>.Zero).ToString());
        Suite.Show("pack saturated", Sse2.PackSignedSaturate(s_ints, s_ints).ToString());
        Suite.Show("shuffle", Sse2.Shuffle(s_ints, 0b00_01_10_11).ToString());
        Suite.Show("shift bytes", Sse2.ShiftRightLogical128BitLane(s_bytes, 3).ToString());
        Suite.Show("multiply and add", Sse2.MultiplyAddAdjacent(s_ints.AsInt16(), Vector128.Create((short)2)).ToString());
        Suite.Show("multiply halves", Sse2.Multiply(s_ints.AsUInt32(), Vector128.Create(3u)).ToString());
        Suite.Show("square roots", Sse.Sqrt(Sse.Multiply(s_floats, s_floats)).ToString());
        Suite.Show("compare", Sse.MoveMask(Sse.CompareGreaterThan(s_floats, Vector128<float>.One)));
        Suite.Show("convert", Sse2.ConvertToVector128Int32(s_floats).ToString());
        Suite.Show("convert truncated", Sse2.ConvertToVector128Int32WithTruncation(s_floats).ToString());
        Suite.Show("scalar", Sse2.ConvertToInt32(Sse2.ConvertScalarToVector128Int32(77)));
        Suite.Show("min of bytes", Sse2.Min(s_bytes, s_order).ToString());
        Suite.Show("and not", Sse2.AndNot(s_bytes, s_order).ToString());
    }

    private static void Later()
    {
        Vector128<byte> shuffled = Vector128<byte>.Zero;
        if (Ssse3.IsSupported) shuffled = Ssse3.Shuffle(s_bytes, s_order);
        else
            for (int i = 0; i < 16; i++)
                shuffled = shuffled.WithElement(i, s_order[i] >= 128 ? (byte)0 : s_bytes[s_order[i] & 15]);
        Suite.Show("shuffle bytes", shuffled.ToString());
        Suite.Show("absolute", (Ssse3.IsSupported ? Ssse3.Abs(s_ints) : Vector128.Abs(s_ints).AsUInt32()).ToString());
        Suite.Show("horizontal", Ssse3.IsSupported ? Ssse3.HorizontalAdd(s_ints, s_ints)[0] : s_ints[0] + s_ints[1]);
        Suite.Show("blend", (Sse41.IsSupported ? Sse41.BlendVariable(s_bytes, s_order, Vector128.Create((byte)0xF0)) : s_order).ToString());
        Suite.Show("multiply low", (Sse41.IsSupported ? Sse41.MultiplyLow(s_ints, s_ints) : s_ints * s_ints).ToString());
        Suite.Show("floor", (Sse41.IsSupported ? Sse41.Floor(s_floats) : Vector128.Floor(s_floats)).ToString());
        Suite.Show("extract", Sse41.IsSupported ? Sse41.Extract(s_ints, 2) : s_ints[2]);
        Suite.Show("test zero", Sse41.IsSupported ? Sse41.TestZ(s_bytes, ~s_bytes) : true);
        Suite.Show("crc", Sse42.IsSupported ? Sse42.Crc32(0x1234, 0xABCDEF01u) : BitOperations.Crc32C(0x1234, 0xABCDEF01u));
        Suite.Show("compare longs", (Sse42.IsSupported ? Sse42.CompareGreaterThan(s_ints.AsInt64(), Vector128<long>.Zero) : Vector128.GreaterThan(s_ints.AsInt64(), Vector128<long>.Zero)).ToString());
        // A state of equal bytes is not changed by shifting rows: the substitution of 0x52 in the table of AES is zero.
        Suite.Show("aes substitution", (Aes.IsSupported ? Aes.EncryptLast(Vector128.Create((byte)0x52), Vector128.Create((byte)7)) : Vector128.Create((byte)7)).ToString());
        Suite.Show("carryless product", Pclmulqdq.IsSupported ? (long)Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(0x35ul), Vector128.CreateScalar(0x12ul), 0)[0] : (long)Carryless(0x35, 0x12));
    }

    private static ulong Carryless(ulong left, ulong right)
    {
        ulong product = 0;
        for (int i = 0; i < 32; i++)
            if ((right >> i & 1) != 0) product ^= left << i;
        return product;
    }

    private static void Bits()
    {
        uint value = 0x00F0_1234;
        Suite.Show("leading zeros", Lzcnt.IsSupported ? Lzcnt.LeadingZeroCount(value) : (uint)BitOperations.LeadingZeroCount(value));
        Suite.Show("trailing zeros", Bmi1.IsSupported ? Bmi1.TrailingZeroCount(value) : (uint)BitOperations.TrailingZeroCount(value));
        Suite.Show("population", Popcnt.IsSupported ? Popcnt.PopCount(value) : (uint)BitOperations.PopCount(value));
        Suite.Show("population of long", Popcnt.X64.IsSupported ? (long)Popcnt.X64.PopCount(ulong.MaxValue) : 64);
        Suite.Show("lowest bit", Bmi1.IsSupported ? Bmi1.ExtractLowestSetBit(value) : value & (0 - value));
        Suite.Show("without lowest bit", Bmi1.IsSupported ? Bmi1.ResetLowestSetBit(value) : value & (value - 1));
        Suite.Show("field", Bmi1.IsSupported ? Bmi1.BitFieldExtract(value, 4, 8) : value >> 4 & 0xFF);
        Suite.Show("extracted", Bmi2.IsSupported ? Bmi2.ParallelBitExtract(value, 0xFF00FF) : Extracted(value, 0xFF00FF));
        Suite.Show("low bits", Bmi2.IsSupported ? Bmi2.ZeroHighBits(value, 9) : value & 0x1FF);
        Suite.Show("high product", Bmi2.X64.IsSupported ? (long)Bmi2.X64.MultiplyNoFlags(ulong.MaxValue, 5) : 4);
    }

    private static uint Extracted(uint value, uint mask)
    {
        uint result = 0;
        for (int i = 0, to = 0; i < 32; i++)
            if ((mask >> i & 1) != 0) result |= (value >> i & 1) << to++;
        return result;
    }

    private static void Wide()
    {
        Vector256<int> wide = Vector256.Create(s_ints, s_ints + Vector128<int>.One);
        Suite.Show("wide sum", (Avx2.IsSupported ? Avx2.Add(wide, wide) : wide + wide).ToString());
        Suite.Show("wide mask", Avx2.IsSupported ? Avx2.MoveMask(wide.AsByte()) : (int)wide.AsByte().ExtractMostSignificantBits());
        Suite.Show("wide permuted", (Avx2.IsSupported ? Avx2.PermuteVar8x32(wide, Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0)) : Vector256.Shuffle(wide, Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0))).ToString());
        Suite.Show("upper half", (Avx.IsSupported ? Avx.ExtractVector128(wide.AsSingle(), 1).AsInt32() : wide.GetUpper()).ToString());
        Suite.Show("fused", (Fma.IsSupported ? Fma.MultiplyAdd(s_floats, s_floats, s_floats) : Vector128.FusedMultiplyAdd(s_floats, s_floats, s_floats)).ToString());
        Vector512<int> widest = Vector512.Create(wide, wide);
        Suite.Show("widest sum", (Avx512F.IsSupported ? Avx512F.Add(widest, widest) : widest + widest).ToString());
        Suite.Show("widest population", Avx512F.IsSupported ? Vector512.Sum(Avx512F.And(widest, Vector512.Create(1))) : Vector512.Sum(widest & Vector512.Create(1)));
    }

    /// <summary>An instruction that the processor, or the image, has not.</summary>
    private static void Missing()
    {
        string outcome = "PlatformNotSupportedException";
        if (!Avx10v2.IsSupported)
        {
            try
            {
                outcome = Avx10v2.MinMax(s_floats, s_floats, 0).ToString();
            }
            catch (PlatformNotSupportedException)
            {
            }
        }
        Suite.Equal("missing", "PlatformNotSupportedException", outcome);
    }
}
