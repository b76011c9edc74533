using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

/// <summary>async and await: order, results, exceptions, and what tasks say of themselves.</summary>
internal static class AsyncCases
{
    public static void Run()
    {
        Suite.Group("async");
        Order();
        Results();
        Exceptions();
        Awaitables();
        Contexts();
    }

    private static void Case(string name, Func<CaseTrace, Task> body) => CaseContext.Show(name, body);
    private static void Plain(string name, Action<CaseTrace> body) => CaseTrace.Show(name, body);

    private static async Task Say(CaseTrace trace, Task before, string step)
    {
        await before;
        trace.Add(step);
    }

    private static async Task SayAnywhere(CaseTrace trace, Task before, string step)
    {
        await before.ConfigureAwait(false);
        trace.Add(step);
    }

    private static void Order()
    {
        Case("runs until the first wait", async t =>
        {
            async Task Inner() { t.Add("in"); await Task.Yield(); t.Add("later"); }
            Task task = Inner();
            t.Add("out");
            await task;
            t.Add("end");
        });
        Case("a completed task does not wait", async t =>
        {
            async Task Inner() { t.Add(1); await Task.CompletedTask; t.Add(2); }
            Task task = Inner();
            t.Add(3).Add(task.IsCompleted);
            await task;
        });
        Case("yields take turns", async t =>
        {
            async Task Count(string name) { for (int i = 0; i < 3; i++) { t.Add(name + i); await Task.Yield(); } }
            await Task.WhenAll(Count("a"), Count("b"), Count("c"));
        });
        Case("post and yield in order", async t =>
        {
            SynchronizationContext.Current!.Post(_ => t.Add("p1"), null);
            await Task.Yield();
            t.Add("y1");
            SynchronizationContext.Current!.Post(_ => t.Add("p2"), null);
            await Task.Yield();
            t.Add("y2");
        });
        Case("SetResult goes on at once in its own context", async t =>
        {
            TaskCompletionSource source = new();
            Task task = Say(t, source.Task, "awaiter");
            source.SetResult();
            t.Add("set");
            await task;
        });
        Case("asynchronous continuations come later", async t =>
        {
            TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task task = Say(t, source.Task, "awaiter");
            source.SetResult();
            t.Add("set");
            await task;
        });
        Case("several awaiters", async t =>
        {
            TaskCompletionSource source = new();
            Task[] tasks = [Say(t, source.Task, "a"), Say(t, source.Task, "b"), Say(t, source.Task, "c"), Say(t, source.Task, "d")];
            source.SetResult();
            t.Add("set");
            await Task.WhenAll(tasks);
        });
        Case("several asynchronous awaiters", async t =>
        {
            TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Task[] tasks = [Say(t, source.Task, "a"), Say(t, source.Task, "b"), Say(t, source.Task, "c")];
            source.SetResult();
            t.Add("set");
            await Task.WhenAll(tasks);
        });
        Case("nested methods unwind inside out", async t =>
        {
            TaskCompletionSource source = new();
            async Task Nested(int depth)
            {
                if (depth == 0) await source.Task;
                else await Nested(depth - 1);
                t.Add(depth);
            }
            Task task = Nested(5);
            source.SetResult();
            t.Add("set");
            await task;
        });
        Plain("no context: first awaiter at once", t =>
        {
            TaskCompletionSource source = new();
            Task task = Say(t, source.Task, "awaiter");
            source.SetResult();
            t.Add("set").Add(task.IsCompleted);
        });
        Plain("no context: nested", t =>
        {
            TaskCompletionSource source = new();
            async Task Nested(int depth)
            {
                if (depth == 0) await source.Task;
                else await Nested(depth - 1);
                t.Add(depth);
            }
            Task task = Nested(6);
            source.SetResult();
            t.Add("set").Add(task.IsCompleted);
        });
        Plain("no context: ContinueWith at once", t =>
        {
            TaskCompletionSource source = new();
            Task task = source.Task.ContinueWith(_ => t.Add("continued"), TaskContinuationOptions.ExecuteSynchronously);
            source.SetResult();
            t.Add("set").Add(task.IsCompleted);
        });
        Plain("no context: ConfigureAwait(false) at once", t =>
        {
            TaskCompletionSource source = new();
            Task task = SayAnywhere(t, source.Task, "awaiter");
            source.SetResult();
            t.Add("set").Add(task.IsCompleted);
        });
        Case("delays by their length", async t =>
        {
            async Task Later(int milliseconds) { await Task.Delay(milliseconds); t.Add(milliseconds); }
            await Task.WhenAll(Later(240), Later(20), Later(120));
        });
        Case("a delay of nothing has ended", async t =>
        {
            Task task = Task.Delay(0);
            t.Add(task.IsCompletedSuccessfully);
            await task;
        });
        Case("Run goes through the pool", async t =>
        {
            await Task.Run(() => t.Add("run"));
            t.Add("end");
        });
        Case("async Main style chain", async t =>
        {
            async Task<int> Leaf(int n) { await Task.Yield(); return n; }
            async Task<int> Sum(int n) => n == 0 ? 0 : await Leaf(n) + await Sum(n - 1);
            t.Add(await Sum(10));
        });
        Case("a loop of ten thousand waits", async t =>
        {
            int count = 0;
            for (int i = 0; i < 10_000; i++) { await Task.Yield(); count++; }
            t.Add(count);
        });
        Plain("a chain of two thousand tasks", t =>
        {
            TaskCompletionSource source = new();
            int ended = 0;
            async Task Link(Task before) { await before; ended++; }
            Task last = source.Task;
            for (int i = 0; i < 2_000; i++) last = Link(last);
            source.SetResult();
            last.Wait();
            t.Add(ended);
        });
        Plain("ping pong", t =>
        {
            SemaphoreSlim ping = new(1), pong = new(0);
            int turns = 0;
            async Task Play(SemaphoreSlim mine, SemaphoreSlim other)
            {
                for (int i = 0; i < 500; i++) { await mine.WaitAsync(); turns++; other.Release(); }
            }
            Task.WhenAll(Play(ping, pong), Play(pong, ping)).Wait();
            t.Add(turns);
        });
    }

    private static async Task<int> AfterYield(int value)
    {
        await Task.Yield();
        return value;
    }

    private static async Task<T> Echo<T>(T value)
    {
        await Task.Yield();
        return value;
    }

    private static async ValueTask<int> Maybe(bool wait, int value)
    {
        if (wait) await Task.Yield();
        return value;
    }

    private static async ValueTask MaybeNothing(bool wait, CaseTrace trace)
    {
        if (wait) await Task.Yield();
        trace.Add(wait);
    }

    private struct Wide
    {
        public long A, B, C, D;
        public string Text;
    }

    private static void Results()
    {
        Case("int", async t => t.Add(await AfterYield(42)));
        Case("string", async t => t.Add(await Echo("text")));
        Case("struct", async t =>
        {
            Wide wide = await Echo(new Wide { A = 1, B = 2, C = 3, D = 4, Text = "w" });
            t.Add($"{wide.A}{wide.B}{wide.C}{wide.D}{wide.Text}");
        });
        Case("tuple", async t => { (int a, string b) = await Echo((7, "x")); t.Add(a).Add(b); });
        Case("nullable", async t => t.Add((await Echo<int?>(null)).HasValue).Add((await Echo<int?>(3)).HasValue));
        Case("array", async t => t.Add((await Echo(new[] { 1, 2, 3 })).Length));
        Case("locals live across waits", async t =>
        {
            int a = 1;
            string b = "b";
            double c = 2.5;
            await Task.Yield();
            a++;
            await Task.Yield();
            t.Add(a).Add(b).Add(c.ToString());
        });
        Case("loops live across waits", async t =>
        {
            int sum = 0;
            foreach (int i in new List<int> { 1, 2, 3, 4 }) { await Task.Yield(); sum += i; }
            t.Add(sum);
        });
        Case("await inside expressions", async t => t.Add(await AfterYield(1) + await AfterYield(2) * await AfterYield(3)));
        Case("await as argument", async t => t.Add(string.Concat(await Echo("a"), await Echo("b"), await Echo("c"))));
        Case("await in interpolation", async t => t.Add($"<{await AfterYield(5)}>"));
        Case("await in conditions", async t => t.Add(await Echo(true) && !await Echo(false) ? "both" : "no"));
        Case("await in switch", async t => t.Add(await AfterYield(2) switch { 1 => "one", 2 => "two", _ => "many" }));
        Case("lambda", async t =>
        {
            Func<int, Task<int>> twice = async n => { await Task.Yield(); return n * 2; };
            t.Add(await twice(await twice(3)));
        });
        Case("closures over locals", async t =>
        {
            int n = 0;
            async Task Add(int by) { await Task.Yield(); n += by; }
            await Task.WhenAll(Add(1), Add(2), Add(3));
            t.Add(n);
        });
        Case("ValueTask that is ready", async t =>
        {
            ValueTask<int> task = Maybe(false, 5);
            t.Add(task.IsCompletedSuccessfully).Add(await task);
        });
        Case("ValueTask that waits", async t =>
        {
            ValueTask<int> task = Maybe(true, 6);
            t.Add(task.IsCompleted).Add(await task);
        });
        Case("ValueTask without result", async t =>
        {
            await MaybeNothing(false, t);
            await MaybeNothing(true, t);
        });
        Case("ValueTask to Task", async t => t.Add(await Maybe(false, 1).AsTask()).Add(await Maybe(true, 2).AsTask()));
        Case("ValueTask of result", async t => t.Add(await new ValueTask<string>("direct")).Add(await ValueTask.FromResult(9)));
        Case("ValueTask preserve", async t =>
        {
            ValueTask<int> kept = Maybe(true, 8).Preserve();
            t.Add(await kept).Add(await kept);
        });
        Plain("ValueTask equality", t => t
            .Add(new ValueTask<int>(1) == new ValueTask<int>(1))
            .Add(new ValueTask<int>(1) == new ValueTask<int>(2))
            .Add(default(ValueTask) == ValueTask.CompletedTask)
            .Add(new ValueTask<int>(3).ToString() ?? "null"));
        Case("Task.FromResult", async t => t.Add(await Task.FromResult("r")).Add(Task.FromResult(1).IsCompletedSuccessfully));
        Plain("Result waits", t => t.Add(AfterYield(11).Result));
        Plain("GetResult waits", t => t.Add(AfterYield(12).GetAwaiter().GetResult()));
        Plain("Wait with timeout", t =>
        {
            TaskCompletionSource source = new();
            t.Add(source.Task.Wait(5)).Add(AfterYield(1).Wait(10_000));
        });
        Plain("Wait for a delay", t => { Task.Delay(5).Wait(); t.Add("done"); });
        Case("async void", async t =>
        {
            TaskCompletionSource done = new();
            async void Go() { t.Add("in"); await Task.Yield(); t.Add("later"); done.SetResult(); }
            Go();
            t.Add("out");
            await done.Task;
        });
        Case("generic method", async t => t.Add(await Echo<object>("o") is string));
        Case("static and instance", async t => t.Add(await new Counter(5).Next()).Add(await new Counter(7).Next()));
        Case("struct method", async t =>
        {
            Value value = new() { N = 3 };
            t.Add(await value.Get());
        });
        Case("interface method", async t =>
        {
            IGetter getter = new Counter(20);
            t.Add(await getter.Get());
        });
    }

    private interface IGetter
    {
        Task<int> Get();
    }

    private sealed class Counter(int start) : IGetter
    {
        private int _n = start;

        public async Task<int> Next()
        {
            await Task.Yield();
            return ++_n;
        }

        Task<int> IGetter.Get() => Next();
    }

    private struct Value
    {
        public int N;

        public readonly async Task<int> Get()
        {
            Value copy = this;
            await Task.Yield();
            return copy.N;
        }
    }

    private static async Task<int> Fail(Exception exception, bool wait)
    {
        if (wait) await Task.Yield();
        throw exception;
    }

    private static void Exceptions()
    {
        Case("thrown before a wait", async t =>
        {
            Task<int> task = Fail(new FormatException("f"), false);
            t.Add(task.IsFaulted);
            try { await task; } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("thrown behind a wait", async t =>
        {
            Task<int> task = Fail(new FormatException("g"), true);
            t.Add(task.IsFaulted);
            try { await task; } catch (FormatException e) { t.Add(e.Message); }
            t.Add(task.IsFaulted);
        });
        Case("the same object", async t =>
        {
            FormatException thrown = new("same");
            try { await Fail(thrown, true); } catch (Exception e) { t.Add(ReferenceEquals(e, thrown)); }
        });
        Case("through three methods", async t =>
        {
            async Task A() { await Fail(new FormatException("deep"), true); }
            async Task B() { try { await A(); } finally { t.Add("finally"); } }
            try { await B(); } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("await in catch", async t =>
        {
            try { await Fail(new FormatException("x"), true); }
            catch (FormatException e) { await Task.Yield(); t.Add(e.Message); }
        });
        Case("await in finally", async t =>
        {
            try { t.Add("try"); }
            finally { await Task.Yield(); t.Add("finally"); }
        });
        Case("await in finally while throwing", async t =>
        {
            try
            {
                try { throw new FormatException("kept"); }
                finally { await Task.Yield(); t.Add("finally"); }
            }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("rethrow behind await in catch", async t =>
        {
            try
            {
                try { throw new FormatException("again"); }
                catch (FormatException) { await Task.Yield(); throw; }
            }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("filter", async t =>
        {
            try { await Fail(new FormatException("no"), true); }
            catch (FormatException e) when (e.Message == "yes") { t.Add("wrong"); }
            catch (FormatException e) when (e.Message == "no") { t.Add("right"); }
        });
        Case("return through finally", async t =>
        {
            async Task<int> Get() { try { return await AfterYield(3); } finally { await Task.Yield(); t.Add("finally"); } }
            t.Add(await Get());
        });
        Plain("Wait throws an aggregate", t => t.Add(CaseTrace.Thrown(() => Fail(new FormatException("w"), true).Wait())));
        Plain("Result throws an aggregate", t => t.Add(CaseTrace.Thrown(() => _ = Fail(new FormatException("w"), true).Result)));
        Plain("GetResult throws the exception", t => t.Add(CaseTrace.Thrown(() => Fail(new FormatException("w"), true).GetAwaiter().GetResult())));
        Plain("Exception of a task", t =>
        {
            Task<int> task = Fail(new FormatException("w"), false);
            t.Add(task.Exception!.Message).Add(task.Exception.InnerException is FormatException).Add(task.Exception.InnerExceptions.Count);
            t.Add(Task.CompletedTask.Exception is null);
        });
        Case("Run that throws", async t =>
        {
            try { await Task.Run(() => throw new FormatException("run")); } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("async Run that throws", async t =>
        {
            try { await Task.Run(async () => { await Task.Yield(); throw new FormatException("run2"); }); } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("a cancelled exception cancels", async t =>
        {
            Task<int> task = Fail(new OperationCanceledException("oce"), true);
            try { await task; } catch (OperationCanceledException e) { t.Add(e.Message); }
            t.Add(task.IsCanceled).Add(task.IsFaulted).Add((int)task.Status);
        });
        Case("FromException", async t =>
        {
            try { await Task.FromException<int>(new FormatException("from")); } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("null dereference behind a wait", async t =>
        {
            string? nothing = await Echo<string?>(null);
            try { t.Add(nothing!.Length); } catch (NullReferenceException) { t.Add("null"); }
        });
        Case("divide behind a wait", async t =>
        {
            int zero = await AfterYield(0);
            try { t.Add(5 / zero); } catch (DivideByZeroException) { t.Add("zero"); }
        });
        Case("exception in ValueTask", async t =>
        {
            async ValueTask<int> Get(bool wait) { if (wait) await Task.Yield(); throw new FormatException("vt"); }
            try { await Get(false); } catch (FormatException e) { t.Add(e.Message); }
            try { await Get(true); } catch (FormatException e) { t.Add(e.Message); }
        });
        Case("dispose on the way out", async t =>
        {
            try
            {
                using Tracked tracked = new(t);
                await Fail(new FormatException("body"), true);
            }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("async dispose", async t =>
        {
            await using (TrackedAsync tracked = new(t)) { t.Add("body"); }
            t.Add("end");
        });
        Case("async dispose while throwing", async t =>
        {
            try
            {
                await using TrackedAsync tracked = new(t);
                throw new FormatException("thrown");
            }
            catch (FormatException e) { t.Add(e.Message); }
        });
        Case("async dispose configured", async t =>
        {
            TrackedAsync tracked = new(t);
            await using (tracked.ConfigureAwait(true)) t.Add("body");
        });
        Case("SuppressThrowing", async t =>
        {
            Task task = Fail(new FormatException("s"), true);
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            t.Add(task.IsFaulted);
        });
        Plain("SuppressThrowing of a result", t => t.Add(CaseTrace.Thrown(() => Task.FromResult(1).ConfigureAwait(Flags(2)))));
        Case("ForceYielding", async t =>
        {
            async Task Inner() { await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.ContinueOnCapturedContext); t.Add("later"); }
            Task task = Inner();
            t.Add("first");
            await task;
        });
    }

    /// <summary>A constant here would be a warning.</summary>
    private static ConfigureAwaitOptions Flags(int value) => (ConfigureAwaitOptions)value;

    private sealed class Tracked(CaseTrace trace) : IDisposable
    {
        public void Dispose() => trace.Add("disposed");
    }

    private sealed class TrackedAsync(CaseTrace trace) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            trace.Add("disposing");
            await Task.Yield();
            trace.Add("disposed");
        }
    }

    /// <summary>An awaitable of the program's own.</summary>
    private sealed class Gate
    {
        private Action? _continuation;

        public Awaiter GetAwaiter() => new(this);
        public void Open() => _continuation!();

        public readonly struct Awaiter(Gate gate) : INotifyCompletion
        {
            public bool IsCompleted => false;
            public string GetResult() => "opened";
            public void OnCompleted(Action continuation) => gate._continuation = continuation;
        }
    }

    private sealed class CriticalGate
    {
        private readonly List<Action> _continuations = [];

        public Awaiter GetAwaiter() => new(this);
        public void Open() { foreach (Action continuation in _continuations.ToArray()) continuation(); }

        public sealed class Awaiter(CriticalGate gate) : ICriticalNotifyCompletion
        {
            public bool IsCompleted => false;
            public int GetResult() => gate._continuations.Count;
            public void OnCompleted(Action continuation) => throw new InvalidOperationException("not the critical one");
            public void UnsafeOnCompleted(Action continuation) => gate._continuations.Add(continuation);
        }
    }

    private static void Awaitables()
    {
        Plain("own awaitable", t =>
        {
            Gate gate = new();
            async Task Wait() { t.Add(await gate); }
            Task task = Wait();
            t.Add("waiting");
            gate.Open();
            t.Add(task.IsCompleted);
        });
        Plain("own critical awaitable", t =>
        {
            CriticalGate gate = new();
            async Task Wait(string name) { t.Add(name + await gate); }
            Task[] tasks = [Wait("a"), Wait("b")];
            gate.Open();
            t.Add(tasks[0].IsCompleted).Add(tasks[1].IsCompleted);
        });
        Plain("own awaitable twice in one method", t =>
        {
            Gate gate = new();
            async Task Wait() { t.Add(await gate); t.Add(await gate); }
            Task task = Wait();
            gate.Open();
            t.Add("between");
            gate.Open();
            t.Add(task.IsCompleted);
        });
        Plain("OnCompleted by hand", t =>
        {
            TaskCompletionSource<int> source = new();
            TaskAwaiter<int> awaiter = source.Task.GetAwaiter();
            awaiter.OnCompleted(() => t.Add("called").Add(awaiter.GetResult()));
            t.Add(awaiter.IsCompleted);
            source.SetResult(4);
            t.Add(awaiter.IsCompleted);
        });
        Plain("extension awaiter", t => t.Add(WaitForNumber().Result));
        Case("own method builder", async t => t.Add(await Boxed()));
    }

    private struct Soon
    {
        public int Number;
    }

    private static async Task<int> WaitForNumber() => await new Soon { Number = 5 } + await new Soon { Number = 6 };

    private static TaskAwaiter<int> GetAwaiter(this Soon soon) => AfterYield(soon.Number).GetAwaiter();

    /// <summary>A task-like type: its builder is a ValueTask's.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<string> Boxed()
    {
        await Task.Yield();
        return "pooled";
    }

    private static readonly AsyncLocal<string?> s_local = new();

    private static void Contexts()
    {
        Case("context is kept", async t =>
        {
            SynchronizationContext? before = SynchronizationContext.Current;
            await Task.Yield();
            t.Add(ReferenceEquals(before, SynchronizationContext.Current));
            await Task.Delay(1);
            t.Add(ReferenceEquals(before, SynchronizationContext.Current));
        });
        Case("ConfigureAwait(false) loses it", async t =>
        {
            async Task Inner()
            {
                await Task.Delay(20).ConfigureAwait(false);
                t.Add(SynchronizationContext.Current is null);
            }
            await Inner();
            t.Add(SynchronizationContext.Current is null);
        });
        Case("Run has none", async t => t.Add(await Task.Run(() => SynchronizationContext.Current is null)));
        Plain("a method that sets it keeps it from its caller", t =>
        {
            async Task Inner()
            {
                SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
                await Task.CompletedTask;
            }
            Inner().Wait();
            t.Add(SynchronizationContext.Current is null);
        });
        Plain("AsyncLocal flows down", t =>
        {
            async Task Inner() { t.Add(s_local.Value ?? "-"); await Task.Yield(); t.Add(s_local.Value ?? "-"); }
            s_local.Value = "outer";
            Inner().Wait();
            s_local.Value = null;
        });
        Plain("AsyncLocal does not flow up", t =>
        {
            async Task Inner() { s_local.Value = "inner"; await Task.Yield(); t.Add(s_local.Value ?? "-"); }
            s_local.Value = "outer";
            Inner().Wait();
            t.Add(s_local.Value ?? "-");
            s_local.Value = null;
        });
        Plain("AsyncLocal in two flows", t =>
        {
            async Task<string> Flow(string value)
            {
                s_local.Value = value;
                for (int i = 0; i < 3; i++) await Task.Yield();
                return s_local.Value ?? "-";
            }
            t.Add(string.Join(",", Task.WhenAll(Flow("a"), Flow("b"), Flow("c")).Result)).Add(s_local.Value ?? "-");
        });
        Plain("AsyncLocal flows into Run", t =>
        {
            s_local.Value = "for run";
            Task<string> task = Task.Run(() => s_local.Value ?? "-");
            s_local.Value = null;
            t.Add(task.Result);
        });
        Plain("suppressed flow", t =>
        {
            s_local.Value = "hidden";
            Task<string> task;
            using (ExecutionContext.SuppressFlow()) task = Task.Run(() => s_local.Value ?? "-");
            t.Add(task.Result).Add(s_local.Value ?? "-").Add(ExecutionContext.IsFlowSuppressed());
            s_local.Value = null;
        });
        Plain("changes are told", t =>
        {
            AsyncLocal<int> local = new(change => t.Add($"{change.PreviousValue}>{change.CurrentValue}{(change.ThreadContextChanged ? "!" : "")}"));
            local.Value = 1;
            local.Value = 2;
            ExecutionContext context = ExecutionContext.Capture()!;
            local.Value = 3;
            ExecutionContext.Run(context, _ => t.Add("run" + local.Value), null);
            t.Add(local.Value);
        });
        Plain("RestoreFlow unasked", t => t.Add(CaseTrace.Thrown(ExecutionContext.RestoreFlow)));
    }
}
