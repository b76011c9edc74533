// Three lcores that share what a program may share: each round is checked, and lcore 0 says what came out. The output is the
// same on every target.

using System;
using System.Threading;
using Uk;

internal static class Lcores
{
    [Lcore(0)]
    internal static void Zero()
    {
        Console.WriteLine($"lcore {Lcore.Id} of {Lcore.Count}");
        Work();
        foreach (string line in Results.Lines) Console.WriteLine(line);
        Console.WriteLine("end of lcore 0");
    }

    [Lcore(1)]
    internal static void One() => Work();

    [Lcore(2)]
    internal static void Two() => Work();

    private static void Work()
    {
        Identity.Run();
        Counting.Run();
        Faults.Run();
        Objects.Run();
        Constructors.Run();
        Waiting.Run();
        Tables.Run();
        Barrier.Meet();
    }
}

/// <summary>All lcores come here before one goes on.</summary>
internal static class Barrier
{
    private static int s_arrived;
    private static int s_round;

    public static void Meet()
    {
        int round = Volatile.Read(ref s_round);
        if (Interlocked.Increment(ref s_arrived) == Lcore.Count)
        {
            Volatile.Write(ref s_arrived, 0);
            Volatile.Write(ref s_round, round + 1);
            return;
        }
        while (Volatile.Read(ref s_round) == round) Thread.SpinWait(1);
    }
}

internal static class Results
{
    public static readonly System.Collections.Generic.List<string> Lines = [];

    /// <summary>By lcore 0, when all are done with a round.</summary>
    public static void Report(string name, Func<string> describe)
    {
        Barrier.Meet();
        if (Lcore.Id == 0) Lines.Add(name + ": " + describe());
        Barrier.Meet();
    }
}
