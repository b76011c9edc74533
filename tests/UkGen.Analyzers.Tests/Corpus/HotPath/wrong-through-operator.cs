using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Money one)
    {
        Money sum = one + one;
    }

    internal struct Money
    {
        public static Money operator +(Money a, Money b) => throw new NotSupportedException(); // expect: UK2102
    }
}
