using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Uk.Metrics;
using Xunit;

namespace Uk.Libs.Tests.Metrics;

public sealed class HistogramTests
{
    private static Histogram Of(params ulong[] values)
    {
        Histogram histogram = new();
        foreach (ulong value in values) histogram.Record(value);
        return histogram;
    }

    [Fact]
    public void Without_values_everything_is_0()
    {
        Histogram histogram = new();
        Assert.Equal((0UL, 0UL, 0.0, 0UL), (histogram.Count, histogram.Max, histogram.Mean, histogram.Percentile(50)));
    }

    [Fact]
    public void Small_values_are_exact()
    {
        Histogram histogram = Of([.. Enumerable.Range(1, 31).Select(i => (ulong)i)]);
        Assert.Equal((31UL, 31UL, 16.0), (histogram.Count, histogram.Max, histogram.Mean));
        Assert.Equal((1UL, 16UL, 31UL), (histogram.Percentile(0), histogram.Percentile(50), histogram.Percentile(100)));
    }

    /// <summary>Without a gap and without a value in two of them, from 0 to the last 64-bit value.</summary>
    [Fact]
    public void Buckets_lie_side_by_side()
    {
        Histogram histogram = new();
        ulong next = 0;
        for (int i = 0; i < Histogram.BucketCount; i++)
        {
            histogram.Bucket(i, out ulong lowest, out ulong highest);
            Assert.Equal(next, lowest);
            Assert.InRange(highest - lowest, 0UL, lowest / 32);
            next = unchecked(highest + 1);
            Histogram one = Of(lowest, highest);
            Assert.Equal(2UL, one.Bucket(i, out _, out _));
        }
        Assert.Equal(0UL, next);
    }

    [Fact]
    public void A_percentile_is_at_most_a_32nd_too_large() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(300), Prop.ForAll<ulong[], byte, byte>((numbers, percent, shift) =>
        {
            ulong[] values = [.. numbers.Select(n => n >> (shift & 63)).Order()];
            if (values.Length == 0) return true;
            double wanted = percent % 101;
            ulong exact = values[Math.Max(1, (int)Math.Ceiling(wanted / 100 * values.Length)) - 1];
            ulong told = Of(values).Percentile(wanted);
            return told >= exact && told - exact <= exact / 32 && told <= values[^1];
        }));

    [Fact]
    public void Histograms_are_added_up()
    {
        Histogram sum = Of(1, 1000);
        sum.Add(Of(5, 100_000));
        Assert.Equal((4UL, 100_000UL), (sum.Count, sum.Max));
        Assert.Equal((1 + 1000 + 5 + 100_000) / 4.0, sum.Mean);
        Assert.Equal(5UL, sum.Percentile(50));
    }
}
