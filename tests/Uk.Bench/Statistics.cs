using System.Collections.Generic;
using System.Linq;

namespace Uk.Bench;

/// <summary>Minimum, median and maximum of some samples.</summary>
internal readonly record struct Statistics(double Min, double Median, double Max)
{
    public static Statistics Of(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Statistics(sorted[0], median, sorted[^1]);
    }
}
