// Every program below runs until it is warm, then a number of times under the clock. A line for each: its name, the median
// in nanoseconds, and what it computed, which must be the same wherever it runs.

using System;
using System.Diagnostics;

Case[] cases =
[
    new("sort.numbers", Sorting.Numbers),
    new("sort.strings", Sorting.Strings),
    new("sort.lambda", Sorting.WithLambda),
    new("dictionary.int", Tables.Numbers),
    new("dictionary.string", Tables.Words),
    new("hashset.struct", Tables.Points),
    new("text.builder", Texts.Build),
    new("text.interpolate", Texts.Interpolate),
    new("text.parse", Texts.Parse),
    new("text.search", Texts.Search),
    new("span.copy", Spans.CopyAndCompare),
    new("span.bytes", Spans.Checksum),
    new("number.matrix", Numbers.Matrix),
    new("number.sieve", Numbers.Sieve),
    new("number.bodies", Numbers.Bodies),
    new("call.interface", Calls.Interfaces),
    new("call.delegate", Calls.Delegates),
    new("call.iterator", Calls.Iterators),
    new("cast", Calls.Casts),
    new("async.pingpong", Asynchrony.PingPong),
    new("async.chain", Asynchrony.Chain),
    new("alloc.trees", Allocations.Trees),
    new("alloc.short", Allocations.ShortLived),
    new("alloc.arrays", Allocations.Arrays),
    new("alloc.survivors", Allocations.Survivors),
    new("throw.near", Throws.Near),
    new("throw.deep", Throws.Deep),
];

foreach (Case one in cases) one.WarmUp();
foreach (Case one in cases) Console.WriteLine($"{one.Name} {one.MedianNs()} {one.Result}");
Console.WriteLine($"pause.longest {Pauses.LongestNs()} {Pauses.Count()}");

internal sealed class Case(string name, Func<long> run)
{
    private const int WarmUpMs = 300, WarmUpRuns = 40, Runs = 15;

    public string Name => name;
    public long Result { get; private set; }

    /// <summary>Long enough for a compiler that begins with slow code to end with its best.</summary>
    public void WarmUp()
    {
        long end = Stopwatch.GetTimestamp() + Stopwatch.Frequency * WarmUpMs / 1000;
        for (int i = 0; i < WarmUpRuns || Stopwatch.GetTimestamp() < end; i++) Result = run();
    }

    public long MedianNs()
    {
        run();
        long[] times = new long[Runs];
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            long result = run();
            times[i] = Stopwatch.GetTimestamp() - start;
            if (result != Result) throw new InvalidOperationException(name + " does not repeat itself.");
        }
        Array.Sort(times);
        return (long)(times[Runs / 2] * (1e9 / Stopwatch.Frequency));
    }
}

/// <summary>Numbers that look random and are the same everywhere.</summary>
internal struct Sequence(uint seed)
{
    private uint _state = seed;

    public uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    public int Next(int end) => (int)(Next() % (uint)end);
}
