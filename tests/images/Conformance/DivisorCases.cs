using System;
using System.Runtime.CompilerServices;

/// <summary>
/// Divisions by zero and of the least number by -1, where the divisor lies in every place that compiled code reads it from: the
/// processor has one fault for both, and what the divisor was decides.
/// </summary>
internal static class DivisorCases
{
    private struct Pair
    {
        public long Padding;
        public int Small;
        public long Large;
    }

    private sealed class Holder
    {
        public int Small;
        public long Large;
        public Pair Inner;
    }

    private static int s_small;
    private static long s_large;

    public static void Run()
    {
        Suite.Group("divisors");
        foreach (int divisor in new[] { 0, -1 })
        {
            Holder holder = new() { Small = divisor, Large = divisor, Inner = new Pair { Padding = 1, Small = divisor, Large = divisor } };
            int[] smalls = [1, divisor, 1];
            long[] larges = [1, divisor, 1];
            Pair[] pairs = [default, new Pair { Padding = 1, Small = divisor, Large = divisor }];
            (s_small, s_large) = (divisor, divisor);
            foreach (int low in new[] { int.MinValue, 1, 0 })
            {
                long wide = low == int.MinValue ? long.MinValue : low;
                Show("register", low, divisor, () => Divide(low, divisor), () => Divide(wide, divisor));
                Show("field", low, divisor, () => Divide(low, holder), () => Divide(wide, holder));
                Show("inner", low, divisor, () => DivideInner(low, holder), () => DivideInner(wide, holder));
                Show("element", low, divisor, () => Divide(low, smalls, 1), () => Divide(wide, larges, 1));
                Show("pair", low, divisor, () => Divide(low, pairs, 1), () => Divide(wide, pairs, 1));
                Show("static", low, divisor, () => Static(low), () => Static(wide));
                Show("remainder", low, divisor, () => Rest(low, holder), () => Rest(wide, holder));
            }
            Show("unsigned", 7, divisor, () => (int)((uint)7 / (uint)holder.Small), () => (long)(7UL / (ulong)holder.Large));
            Show("short", short.MinValue, divisor, () => Short(short.MinValue, (short)divisor), () => Short(sbyte.MinValue, (sbyte)divisor));
            Show("native", 5, divisor, () => (int)(5 / (nint)holder.Small), () => nint.MinValue / (nint)holder.Large);
        }
    }

    private static void Show(string place, int dividend, int divisor, Func<int> small, Func<long> large) =>
        Suite.Show($"{dividend} by {divisor}, {place}", Outcome(() => small()) + " " + Outcome(large));

    private static string Outcome(Func<long> division)
    {
        try
        {
            return division().ToString();
        }
        catch (ArithmeticException e)
        {
            return e.GetType().Name;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)] private static int Divide(int dividend, int divisor) => dividend / divisor;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Divide(long dividend, long divisor) => dividend / divisor;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Divide(int dividend, Holder holder) => dividend / holder.Small;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Divide(long dividend, Holder holder) => dividend / holder.Large;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int DivideInner(int dividend, Holder holder) => dividend / holder.Inner.Small;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long DivideInner(long dividend, Holder holder) => dividend / holder.Inner.Large;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Divide(int dividend, int[] divisors, int at) => dividend / divisors[at];
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Divide(long dividend, long[] divisors, int at) => dividend / divisors[at];
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Divide(int dividend, Pair[] divisors, int at) => dividend / divisors[at].Small;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Divide(long dividend, Pair[] divisors, int at) => dividend / divisors[at].Large;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Static(int dividend) => dividend / s_small;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Static(long dividend) => dividend / s_large;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Rest(int dividend, Holder holder) => dividend % holder.Small;
    [MethodImpl(MethodImplOptions.NoInlining)] private static long Rest(long dividend, Holder holder) => dividend % holder.Large;
    [MethodImpl(MethodImplOptions.NoInlining)] private static int Short(short dividend, short divisor) => dividend / divisor;
}
