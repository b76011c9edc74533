using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Async iterators and await foreach.</summary>
internal static class StreamCases
{
    public static void Run()
    {
        Suite.Group("async streams");
        Case("elements in order", async t => { await foreach (int i in Count(4)) t.Add(i); });
        Case("without a wait", async t => { await foreach (int i in Ready(3)) t.Add(i); });
        Case("nothing", async t => { await foreach (int i in Count(0)) t.Add(i); t.Add("end"); });
        Case("twice", async t =>
        {
            IAsyncEnumerable<int> numbers = Count(2);
            await foreach (int i in numbers) t.Add(i);
            await foreach (int i in numbers) t.Add(i);
        });
        Case("two at once", async t =>
        {
            IAsyncEnumerable<int> numbers = Count(3);
            await foreach (int i in numbers)
                await foreach (int j in numbers) t.Add(i * 10 + j);
        });
        Case("left early runs finally", async t =>
        {
            await foreach (int i in WithFinally(t)) { t.Add(i); if (i == 1) break; }
            t.Add("end");
        });
        Case("to the end runs finally", async t => { await foreach (int i in WithFinally(t)) t.Add(i); });
        Case("a throw in the body runs finally", async t =>
        {
            try { await foreach (int i in WithFinally(t)) throw new FormatException("body"); }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("a throw in the iterator", async t =>
        {
            try { await foreach (int i in Throwing()) t.Add(i); }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("nothing runs before the first step", async t =>
        {
            IAsyncEnumerator<int> steps = WithFinally(t).GetAsyncEnumerator();
            t.Add("got");
            t.Add(await steps.MoveNextAsync()).Add(steps.Current);
            await steps.DisposeAsync();
        });
        Case("disposed before the first step", async t =>
        {
            IAsyncEnumerator<int> steps = WithFinally(t).GetAsyncEnumerator();
            await steps.DisposeAsync();
            t.Add(await steps.MoveNextAsync());
        });
        Case("by hand", async t =>
        {
            await using IAsyncEnumerator<int> steps = Count(2).GetAsyncEnumerator();
            while (await steps.MoveNextAsync()) t.Add(steps.Current);
            t.Add(await steps.MoveNextAsync());
        });
        Case("cancelled", async t =>
        {
            CancellationTokenSource source = new();
            try
            {
                await foreach (int i in Endless().WithCancellation(source.Token)) { t.Add(i); if (i == 2) source.Cancel(); }
            }
            catch (OperationCanceledException e) { t.Add(e.CancellationToken == source.Token); }
        });
        Case("cancelled by either token", async t =>
        {
            CancellationTokenSource first = new(), second = new();
            try
            {
                await foreach (int i in Endless(first.Token).WithCancellation(second.Token)) { t.Add(i); if (i == 1) first.Cancel(); }
            }
            catch (OperationCanceledException) { t.Add("cancelled"); }
        });
        Case("configured", async t => { await foreach (int i in Count(2).ConfigureAwait(true)) t.Add(i); });
        Case("of strings", async t => { await foreach (string s in Texts()) t.Add(s); });
        Case("pipeline", async t => { await foreach (int i in Squares(Evens(Count(7)))) t.Add(i); });
        Case("own enumerable", async t => { await foreach (int i in new Own()) t.Add(i); });
        Case("deconstruction", async t => { await foreach ((int a, string b) in Pairs()) t.Add(a + b); });
        Case("await inside of loops and try", async t =>
        {
            await foreach (int i in Nested()) t.Add(i);
        });
        CaseTrace.Show("blocking", t => { foreach (int i in Count(3).ToBlockingEnumerable()) t.Add(i); });
        CaseTrace.Show("blocking, left early", t => { foreach (int i in WithFinally(t).ToBlockingEnumerable()) { t.Add(i); break; } });
        Case("long", async t =>
        {
            long sum = 0;
            await foreach (int i in Count(5_000)) sum += i;
            t.Add(sum.ToString());
        });
        Case("long without waits", async t =>
        {
            long sum = 0;
            await foreach (int i in Ready(20_000)) sum += i;
            t.Add(sum.ToString());
        });
    }

    private static void Case(string name, Func<CaseTrace, Task> body) => CaseContext.Show(name, body);

    private static async IAsyncEnumerable<int> Count(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<int> Ready(int count)
    {
        await Task.CompletedTask;
        for (int i = 0; i < count; i++) yield return i;
    }

    private static async IAsyncEnumerable<int> WithFinally(CaseTrace trace)
    {
        trace.Add("begin");
        try
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
        finally
        {
            await Task.Yield();
            trace.Add("finally");
        }
    }

    private static async IAsyncEnumerable<int> Throwing()
    {
        yield return 1;
        await Task.Yield();
        throw new FormatException("iterator");
    }

    private static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken token = default)
    {
        for (int i = 0; ; i++)
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            yield return i;
        }
    }

    private static async IAsyncEnumerable<string> Texts()
    {
        yield return "a";
        await Task.Yield();
        yield return "b";
    }

    private static async IAsyncEnumerable<int> Evens(IAsyncEnumerable<int> source)
    {
        await foreach (int i in source)
            if (i % 2 == 0) yield return i;
    }

    private static async IAsyncEnumerable<int> Squares(IAsyncEnumerable<int> source)
    {
        await foreach (int i in source) yield return i * i;
    }

    private static async IAsyncEnumerable<(int, string)> Pairs()
    {
        yield return (1, "x");
        await Task.Yield();
        yield return (2, "y");
    }

    private static async IAsyncEnumerable<int> Nested()
    {
        for (int i = 0; i < 2; i++)
        {
            try
            {
                await Task.Yield();
                for (int j = 0; j < 2; j++)
                {
                    await Task.Yield();
                    yield return i * 10 + j;
                }
            }
            finally
            {
                await Task.Yield();
            }
        }
    }

    private sealed class Own : IAsyncEnumerable<int>, IAsyncEnumerator<int>
    {
        private int _left = 3;

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;
        public int Current => _left;
        public ValueTask<bool> MoveNextAsync() => new(--_left >= 0);
        public ValueTask DisposeAsync() => default;
    }
}
