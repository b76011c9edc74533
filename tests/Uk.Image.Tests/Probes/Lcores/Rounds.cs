// The rounds of the probe.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Uk;

internal static class Identity
{
    [ThreadStatic] private static int t_own;
    private static readonly int[] s_seen = new int[Lcore.Count];
    private static readonly int[] s_threads = new int[Lcore.Count];
    private static readonly ThreadLocal<int> s_local = new(() => 100 + Lcore.Id, trackAllValues: true);

    public static void Run()
    {
        for (int i = 0; i < 1_000; i++) t_own += Lcore.Id + 1;
        s_seen[Lcore.Id] = t_own;
        s_threads[Lcore.Id] = Environment.CurrentManagedThreadId;
        _ = s_local.Value;
        Results.Report("identity", () =>
        {
            int[] local = [.. s_local.Values];
            Array.Sort(local);
            bool distinct = s_threads[0] != s_threads[1] && s_threads[1] != s_threads[2] && s_threads[0] != s_threads[2];
            return string.Join(' ', s_seen) + "; " + string.Join(' ', local) + "; threads differ: " + distinct;
        });
    }
}

internal static class Counting
{
    private const int Steps = 20_000;
    private static readonly object s_monitor = new();
    private static readonly Lock s_lock = new();
    private static SpinLock s_spin = new(false);
    private static int s_byMonitor, s_byLock, s_bySpin, s_interlocked;
    private static long s_or;

    public static void Run()
    {
        for (int i = 0; i < Steps; i++)
        {
            lock (s_monitor)
            {
                lock (s_monitor) s_byMonitor++;
            }
            lock (s_lock) s_byLock++;
            bool taken = false;
            s_spin.Enter(ref taken);
            s_bySpin++;
            s_spin.Exit();
            Interlocked.Increment(ref s_interlocked);
            Interlocked.Or(ref s_or, 1L << (i % 20 + 20 * Lcore.Id));
        }
        Results.Report("counting", () => $"{s_byMonitor} {s_byLock} {s_bySpin} {s_interlocked} {s_or:x}");
    }
}

internal static class Faults
{
    private const int Rounds = 500;
    private static readonly int[] s_caught = new int[Lcore.Count];
    private static readonly int[] s_finally = new int[Lcore.Count];

    private sealed class Node
    {
        public int Value;
        public Node? Next { get; set; }
    }

    public static void Run()
    {
        int me = Lcore.Id;
        for (int i = 0; i < Rounds; i++)
        {
            try
            {
                try
                {
                    Throw(i, me);
                }
                finally
                {
                    s_finally[me]++;
                }
            }
            catch (InvalidOperationException e) when (e.Message == "lcore " + me)
            {
                s_caught[me]++;
            }
            catch (NullReferenceException)
            {
                s_caught[me] += 1_000;
            }
            catch (DivideByZeroException)
            {
                s_caught[me] += 1_000_000;
            }
        }
        Results.Report("exceptions", () => string.Join(' ', s_caught) + "; " + string.Join(' ', s_finally));
    }

    private static void Throw(int i, int me)
    {
        switch (i % 4)
        {
            case 0: throw new InvalidOperationException("lcore " + me);
            case 1: Null(i > Rounds ? new Node() : null).Value = i; break;
            case 2: s_finally[me] += 7 / (i % 2); break;
            case 3:
                try
                {
                    Throw(4, me);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException(e.Message, e);
                }
                break;
        }
    }

    private static Node Null(Node? node) => node?.Next!;
}

internal interface IShape
{
    int Sides { get; }
}

internal static class Objects
{
    private sealed class Line : IShape { public int Sides => 1; }
    private sealed class Wedge : IShape { public int Sides => 2; }
    private sealed class Triangle : IShape { public int Sides => 3; }
    private sealed class Square : IShape { public int Sides => 4; }
    private struct Boxed : IShape { public readonly int Sides => 5; }

    private static readonly long[] s_sums = new long[Lcore.Count];
    private static readonly int[] s_wrong = new int[Lcore.Count];

    public static void Run()
    {
        int me = Lcore.Id;
        List<string> texts = [];
        for (int i = 0; i < 3_000; i++)
        {
            IShape shape = (i % 5) switch { 0 => new Line(), 1 => new Wedge(), 2 => new Triangle(), 3 => new Square(), _ => new Boxed() };
            s_sums[me] += shape.Sides;
            texts.Add($"{me}/{i}");
            byte[] block = new byte[i % 300];
            foreach (byte b in block) s_wrong[me] += b;
            Array.Fill(block, (byte)(me + 1));
        }
        for (int i = 0; i < texts.Count; i++)
            if (texts[i] != me + "/" + i) s_wrong[me]++;
        Results.Report("objects", () => string.Join(' ', s_sums) + "; wrong " + string.Join(' ', s_wrong));
    }
}

internal static class Constructors
{
    private static int s_runs;
    private static readonly int[] s_seen = new int[Lcore.Count];

    /// <summary>Too much for the compiler to run: it waits.</summary>
    private static class Slow
    {
        public static readonly int Value;

        static Slow()
        {
            Interlocked.Increment(ref s_runs);
            int value = 0;
            for (int i = 0; i < 20_000; i++)
            {
                Thread.SpinWait(1);
                value = Volatile.Read(ref value) + 1;
            }
            Value = value;
        }
    }

    private static class Left
    {
        public static readonly int Value = Slowly(1);
        public static readonly int Other = Right.Value;
    }

    private static class Right
    {
        public static readonly int Value = Slowly(2);
        public static readonly int Other = Left.Value;
    }

    private static int Slowly(int value)
    {
        for (int i = 0; i < 20_000; i++) Thread.SpinWait(1);
        return Volatile.Read(ref value);
    }

    public static void Run()
    {
        Barrier.Meet();
        s_seen[Lcore.Id] = Slow.Value;
        // Two that need each other, entered from both sides at once: nobody waits for ever.
        int circle = Lcore.Id == 1 ? Right.Other : Left.Other;
        Barrier.Meet();
        bool complete = Left.Value == 1 && Right.Value == 2 && circle >= 0;
        Results.Report("constructors", () => $"ran {s_runs}, seen {string.Join(' ', s_seen)}, circle complete: {complete}");
    }
}

internal static class Waiting
{
    private const int Rounds = 200;
    private static readonly object s_gate = new();
    private static readonly ManualResetEventSlim s_event = new();
    private static int s_turn;
    private static readonly int[] s_turns = new int[Lcore.Count];
    private static readonly string[] s_slept = new string[Lcore.Count];

    public static void Run()
    {
        int me = Lcore.Id;
        for (int i = 0; i < Rounds; i++)
        {
            lock (s_gate)
            {
                while (s_turn % Lcore.Count != me) Monitor.Wait(s_gate);
                s_turn++;
                s_turns[me]++;
                Monitor.PulseAll(s_gate);
            }
        }
        if (me == 2) s_event.Set();
        s_event.Wait();
        s_slept[me] = Sleep(me).GetAwaiter().GetResult();
        Results.Report("waiting", () => $"{s_turn}: {string.Join(' ', s_turns)}; {string.Join(", ", s_slept)}");
    }

    /// <summary>Each lcore has tasks and timers of its own.</summary>
    private static async Task<string> Sleep(int me)
    {
        // The later one sets its timer when the other's is over: a processor that was away for a while changes nothing.
        Task<int> sooner = After(Task.CompletedTask, 5, 2), later = After(sooner, 15, 1);
        Task<int> winner = await Task.WhenAny(later, sooner);
        int sum = await later + await sooner;
        return $"{me}: {await winner} of {sum}";
    }

    private static async Task<int> After(Task before, int milliseconds, int value)
    {
        await before;
        await Task.Delay(milliseconds);
        return value;
    }
}

internal static class Tables
{
    private const int Steps = 2_000;
    private static readonly ConcurrentDictionary<int, int> s_counts = new();
    private static readonly ConcurrentQueue<int> s_queue = new();
    private static int s_taken;
    private static long s_sum;

    public static void Run()
    {
        for (int i = 0; i < Steps; i++)
        {
            s_counts.AddOrUpdate(i % 100, 1, (_, count) => count + 1);
            s_queue.Enqueue(i);
            if (s_queue.TryDequeue(out int value))
            {
                Interlocked.Increment(ref s_taken);
                Interlocked.Add(ref s_sum, value);
            }
        }
        Barrier.Meet();
        while (s_queue.TryDequeue(out int value))
        {
            Interlocked.Increment(ref s_taken);
            Interlocked.Add(ref s_sum, value);
        }
        Results.Report("tables", () =>
        {
            int sum = 0;
            foreach (KeyValuePair<int, int> pair in s_counts) sum += pair.Value;
            return $"{s_counts.Count} keys, {sum}; taken {s_taken}, sum {s_sum}";
        });
    }
}
