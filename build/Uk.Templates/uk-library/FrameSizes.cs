// How large the frames are that a port receives. Provides IFrameSizes, which is an IPortObserver; requires nothing.

using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Uk;
using Uk.EthDev;

namespace Uk_Module;

/// <summary>
/// Declares that received frames are counted by size: <c>[FrameSizes] partial struct Sizes;</c> All ports of the program are
/// looked at; a program without this attribute has nothing of it in its image.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
[Part<IFrameSizes, IFrameSizesOptions>]
public sealed class FrameSizesAttribute : Attribute
{
    /// <summary>Count one frame of so many: a power of two.</summary>
    public int SampleEvery { get; set; }
}

public interface IFrameSizesOptions : IOptions
{
    [PowerOfTwo, Range(1, 32)] static virtual int SampleEvery => 1;
}

/// <summary>The name of the contract.</summary>
public interface IFrameSizes : IPortObserver;

/// <summary>The contract: what a part with <see cref="FrameSizesAttribute"/> can do.</summary>
public interface IFrameSizes<TSelf> : IFrameSizes, IPortObserver<TSelf> where TSelf : struct, IFrameSizes<TSelf>
{
    /// <summary>Frames of at most so many bytes, and of more than the next smaller size: 64, 128, 256, 512, 1024, 2048.</summary>
    /// <returns>0 for what is none of these sizes.</returns>
    static abstract ulong CountUpTo(int bytes);
}

/// <summary>Counters by powers of two. One lcore: it is that of the ports.</summary>
[UkLibrary]
[Provides<IFrameSizes>]
[Requires<IFrameSizesOptions>]
public struct FrameSizeCounters<TOptions> : IFrameSizes<FrameSizeCounters<TOptions>> where TOptions : struct, IFrameSizesOptions
{
    private const int SmallestBits = 6, Sizes = 6;

    private static Counters s_counters;

    [InlineArray(Sizes)]
    private struct Counters
    {
        private ulong _first;
    }

    public static bool Observes => true;

    public static ulong CountUpTo(int bytes)
    {
        int index = BitOperations.Log2((uint)bytes) - SmallestBits;
        return BitOperations.IsPow2(bytes) && (uint)index < Sizes ? s_counters[index] : 0;
    }

    /// <summary>Data path: a count of leading zeros and an addition for each frame that is looked at.</summary>
    public static unsafe void Received(int port, int queue, ref Burst burst)
    {
        for (int i = 0; i < burst.Count; i += TOptions.SampleEvery) s_counters[IndexOf(burst.At(i)->DataLength)]++;
    }

    private static int IndexOf(uint bytes)
    {
        int bits = bytes <= 1 ? 0 : BitOperations.Log2(bytes - 1) + 1;
        return Math.Clamp(bits - SmallestBits, 0, Sizes - 1);
    }

    public static void Polling(int port, int queue)
    {
    }

    public static void Sending(int port, int queue, ref Burst burst)
    {
    }

    public static void Sent(int port, int queue, int count)
    {
    }

    public static unsafe void Dropped(int port, int queue, Mbuf* packet, DropReason reason)
    {
    }
}
