// Wide products, and functions that need not be exact to the last bit.

namespace System;

public static partial class Math
{
    public static UInt128 BigMul(ulong a, ulong b) => new(BigMul(a, b, out ulong low), low);
    public static Int128 BigMul(long a, long b) => new((ulong)BigMul(a, b, out long low), (ulong)low);
    public static double ReciprocalEstimate(double d) => 1 / d;
    public static double ReciprocalSqrtEstimate(double d) => 1 / Sqrt(d);
}
