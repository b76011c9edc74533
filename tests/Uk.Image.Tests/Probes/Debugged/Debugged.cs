// Something of everything that a debugger is to show, in the arguments of one method.

using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Uk;
using Uk.EthDev;

[Port(0)]
partial struct Wan;

internal class Order(int number, string customer, Order? previous)
{
    internal int Number = number;
    internal string Customer = customer;
    internal Order? Previous = previous;
    internal double[] Prices = [1.5, 2.25];
}

internal sealed class RushOrder(int number, string customer, Order? previous) : Order(number, customer, previous)
{
    internal bool IsPaid = true;
}

internal static unsafe class Debugged
{
    private static int s_calls;

    [Lcore(0)]
    internal static void Loop()
    {
        Console.WriteLine("ready");
        Burst burst = default;
        // What an mbuf looks like, where a frame comes.
        for (int i = 0; i < 1000 && burst.Count == 0; i++) Wan.TryRxBurst(ref burst);
        if (burst.Count != 0) Console.WriteLine(Look(ref *burst.At(0)));
        Order order = new RushOrder(42, "K\u00f6nig \"& Co\"", new Order(41, "before", null));
        int result = Inspect("packet", [3, 1, 4, 1, 5, 9], new List<string> { "alpha", "beta" }, order, "bytes"u8);
        Console.WriteLine($"inspected {result} {order.Number}");
        s_calls = Divide(result, s_calls);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint Look(ref Mbuf packet) => packet.DataLength;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Inspect(string name, int[] numbers, List<string> words, object thing, ReadOnlySpan<byte> bytes)
    {
        int sum = name.Length + bytes.Length;
        foreach (int number in numbers) sum += number;
        Console.WriteLine(words[0]);
        return sum + words.Count + thing.GetHashCode();
    }

    /// <summary>Nothing catches what this throws.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Divide(int dividend, int divisor)
    {
        Console.WriteLine($"divides {dividend}");
        return dividend / divisor;
    }
}
