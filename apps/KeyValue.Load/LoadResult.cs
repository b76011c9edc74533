using System;
using System.Globalization;

/// <summary>What a run found out. Times in microseconds, from sending a request to receiving its response.</summary>
/// <param name="Lost">Requests that were given up for lost; their window was filled again.</param>
/// <param name="Wrong">Responses that were not what was asked for, or a value that nobody had set.</param>
internal sealed record LoadResult(
    long Answered, long Operations, long Lost, long Wrong, TimeSpan Elapsed, double Median, double P90, double P99, double P999, double Max)
{
    public double RequestsPerSecond => Answered / Elapsed.TotalSeconds;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        requests    {Answered} in {Elapsed.TotalSeconds:0.00} s: {RequestsPerSecond:N0} in a second, {Operations / Elapsed.TotalSeconds:N0} operations
        lost        {Lost}
        wrong       {Wrong}
        latency     median {Median:0.0} us, 90 % {P90:0.0} us, 99 % {P99:0.0} us, 99.9 % {P999:0.0} us, longest {Max:0.0} us
        """);
}
