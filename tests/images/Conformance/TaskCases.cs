using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

/// <summary>Tasks as objects: their states, sources, combinators, continuations.</summary>
internal static class TaskCases
{
    public static void Run()
    {
        Suite.Group("tasks");
        Sources();
        Combinators();
        Continuations();
        Started();
        Limits();
        ValueSources();
        Reports();
    }

    private static void Case(string name, Func<CaseTrace, Task> body) => CaseContext.Show(name, body);
    private static void Plain(string name, Action<CaseTrace> body) => CaseTrace.Show(name, body);

    private static readonly CancellationToken s_cancelled = new(true);

    private static void Sources()
    {
        Plain("source of a result", t =>
        {
            TaskCompletionSource<int> source = new();
            t.Add((int)source.Task.Status).Add(source.TrySetResult(1)).Add(source.TrySetResult(2)).Add(source.Task.Result);
        });
        Plain("set twice", t =>
        {
            TaskCompletionSource source = new();
            source.SetResult();
            t.Add(CaseTrace.Thrown(source.SetResult)).Add(source.TrySetException(new FormatException())).Add(source.TrySetCanceled());
        });
        Plain("source of a failure", t =>
        {
            TaskCompletionSource<string> source = new();
            source.SetException(new FormatException("f"));
            t.Add(source.Task.IsFaulted).Add(source.Task.Exception!.Message);
        });
        Plain("source of failures", t =>
        {
            TaskCompletionSource source = new();
            source.SetException([new FormatException("1"), new TimeoutException("2")]);
            t.Add(source.Task.Exception!.InnerExceptions.Count).Add(CaseTrace.Thrown(source.Task.Wait)).Add(CaseTrace.Thrown(source.Task.GetAwaiter().GetResult));
        });
        Plain("no exceptions", t => t
            .Add(CaseTrace.Thrown(() => new TaskCompletionSource().SetException((Exception)null!)))
            .Add(CaseTrace.Thrown(() => new TaskCompletionSource().SetException([]))));
        Plain("source of a cancellation", t =>
        {
            TaskCompletionSource source = new();
            source.SetCanceled(s_cancelled);
            t.Add(source.Task.IsCanceled).Add(CaseTrace.Thrown(source.Task.Wait)).Add(CaseTrace.Thrown(source.Task.GetAwaiter().GetResult));
            try { source.Task.GetAwaiter().GetResult(); }
            catch (TaskCanceledException e) { t.Add(e.CancellationToken == s_cancelled).Add(ReferenceEquals(e.Task, source.Task)); }
        });
        Plain("state of a source", t => t.Add((string)new TaskCompletionSource("state").Task.AsyncState!).Add(new TaskCompletionSource().Task.AsyncState is null));
        Plain("options of a source", t => t
            .Add((int)new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously).Task.CreationOptions)
            .Add(CaseTrace.Thrown(() => new TaskCompletionSource(TaskCreationOptions.LongRunning))));
        Plain("SetFromTask", t =>
        {
            TaskCompletionSource<int> a = new(), b = new(), c = new();
            a.SetFromTask(Task.FromResult(5));
            b.SetFromTask(Task.FromException<int>(new FormatException("from")));
            c.SetFromTask(Task.FromCanceled<int>(s_cancelled));
            t.Add(a.Task.Result).Add(b.Task.Exception!.InnerException!.Message).Add(c.Task.IsCanceled);
            t.Add(CaseTrace.Thrown(() => new TaskCompletionSource<int>().SetFromTask(new TaskCompletionSource<int>().Task)));
        });
        Plain("ended tasks", t => t.Add((int)Task.CompletedTask.Status).Add((int)Task.FromException(new FormatException()).Status)
            .Add((int)Task.FromCanceled(s_cancelled).Status).Add(CaseTrace.Thrown(() => Task.FromCanceled(CancellationToken.None)))
            .Add(CaseTrace.Thrown(() => Task.FromException(null!))));
        Plain("ids differ", t => t.Add(new TaskCompletionSource().Task.Id != new TaskCompletionSource().Task.Id).Add(Task.CurrentId.HasValue));
        Plain("dispose of what runs", t => t.Add(CaseTrace.Thrown(new TaskCompletionSource().Task.Dispose)).Add(CaseTrace.Thrown(Task.FromResult(1).Dispose)));
        Plain("wait handle", t =>
        {
            TaskCompletionSource source = new();
            WaitHandle handle = ((IAsyncResult)source.Task).AsyncWaitHandle;
            t.Add(handle.WaitOne(0));
            source.SetResult();
            t.Add(handle.WaitOne(0)).Add(((IAsyncResult)source.Task).CompletedSynchronously);
        });
    }

    private static async Task<int> After(Task before, int value)
    {
        await before;
        return value;
    }

    private static void Combinators()
    {
        Case("WhenAll of results", async t =>
        {
            TaskCompletionSource a = new(), b = new();
            Task<int[]> all = Task.WhenAll(After(a.Task, 1), After(b.Task, 2), Task.FromResult(3));
            b.SetResult();
            t.Add(all.IsCompleted);
            a.SetResult();
            t.Add(string.Join(",", await all));
        });
        Case("WhenAll of nothing", async t =>
        {
            await Task.WhenAll();
            t.Add((await Task.WhenAll(new List<Task<int>>())).Length);
        });
        Case("WhenAll with failures", async t =>
        {
            Task all = Task.WhenAll(Task.FromException(new FormatException("a")), Task.FromCanceled(s_cancelled), Task.FromException(new TimeoutException("b")));
            try { await all; } catch (FormatException e) { t.Add(e.Message); }
            t.Add(all.IsFaulted).Add(CaseTrace.Name(all.Exception!));
        });
        Case("WhenAll with a cancellation", async t =>
        {
            Task all = Task.WhenAll(Task.CompletedTask, Task.FromCanceled(s_cancelled));
            try { await all; } catch (OperationCanceledException) { t.Add("cancelled"); }
            t.Add(all.IsCanceled);
        });
        Case("WhenAll waits for all in spite of failures", async t =>
        {
            TaskCompletionSource last = new();
            Task all = Task.WhenAll(Task.FromException(new FormatException("x")), last.Task);
            t.Add(all.IsCompleted);
            last.SetResult();
            t.Add(all.IsCompleted);
            try { await all; } catch (FormatException) { t.Add("x"); }
        });
        Case("the same task twice", async t => t.Add((await Task.WhenAll(Task.FromResult(1), Task.FromResult(1))).Length));
        Plain("bad arguments", t => t.Add(CaseTrace.Thrown(() => Task.WhenAll((Task[])null!))).Add(CaseTrace.Thrown(() => Task.WhenAll((Task)null!)))
            .Add(CaseTrace.Thrown(() => Task.WhenAny(Array.Empty<Task>()))).Add(CaseTrace.Thrown(() => Task.WhenAny((Task)null!, Task.CompletedTask))));
        Case("WhenAny", async t =>
        {
            TaskCompletionSource<int> a = new(), b = new();
            Task<Task<int>> any = Task.WhenAny(a.Task, b.Task);
            t.Add(any.IsCompleted);
            b.SetResult(2);
            t.Add(any.IsCompleted).Add(await await any);
            a.SetResult(1);
            t.Add((await any).Result);
        });
        Case("WhenAny of what has ended", async t => t.Add(await await Task.WhenAny(Task.FromResult(1), Task.FromResult(2))));
        Case("WhenAny of a failure", async t =>
        {
            Task first = await Task.WhenAny(Task.FromException(new FormatException()), new TaskCompletionSource().Task);
            t.Add(first.IsFaulted);
        });
        Case("WhenAny of many", async t =>
        {
            TaskCompletionSource[] sources = [new(), new(), new(), new()];
            Task<Task> any = Task.WhenAny(sources[0].Task, sources[1].Task, sources[2].Task, sources[3].Task);
            sources[2].SetResult();
            Task first = await any;
            t.Add(Array.IndexOf([sources[0].Task, sources[1].Task, sources[2].Task, sources[3].Task], first));
        });
        Case("timeouts by WhenAny", async t =>
        {
            Task never = new TaskCompletionSource().Task, delay = Task.Delay(5);
            t.Add(ReferenceEquals(await Task.WhenAny(never, delay), delay));
        });
        Case("WhenEach", async t =>
        {
            TaskCompletionSource<int> a = new(), b = new(), c = new();
            c.SetResult(3);
            IAsyncEnumerable<Task<int>> each = Task.WhenEach(a.Task, b.Task, c.Task);
            b.SetResult(2);
            a.SetResult(1);
            await foreach (Task<int> task in each) t.Add(task.Result);
        });
        Case("WhenEach waits", async t =>
        {
            TaskCompletionSource<int> a = new(), b = new();
            SynchronizationContext.Current!.Post(_ => b.SetResult(2), null);
            SynchronizationContext.Current!.Post(_ => a.SetResult(1), null);
            await foreach (Task<int> task in Task.WhenEach(a.Task, b.Task)) t.Add(task.Result);
        });
        Plain("WaitAll", t => t
            .Add(CaseTrace.Thrown(() => Task.WaitAll(Task.CompletedTask, Task.Delay(2))))
            .Add(CaseTrace.Thrown(() => Task.WaitAll(Task.FromException(new FormatException("a")), Task.FromCanceled(s_cancelled))))
            .Add(Task.WaitAll([new TaskCompletionSource().Task], 3)));
        Plain("WaitAny", t => t
            .Add(Task.WaitAny(new TaskCompletionSource().Task, Task.CompletedTask))
            .Add(Task.WaitAny(Task.FromException(new FormatException()), Task.CompletedTask))
            .Add(Task.WaitAny([new TaskCompletionSource().Task], 3)));
    }

    private static void Continuations()
    {
        Plain("ContinueWith sees the task", t =>
        {
            Task<int> first = Task.FromResult(5);
            t.Add(first.ContinueWith(task => task.Result * 2).Result);
        });
        Plain("ContinueWith with state", t => t.Add(Task.FromResult(5).ContinueWith((task, state) => $"{task.Result}{state}", "s").Result));
        Plain("ContinueWith after failure", t => t
            .Add(Task.FromException(new FormatException("f")).ContinueWith(task => task.Exception!.InnerException!.Message).Result));
        Plain("only on success", t =>
        {
            Task<int> failed = Task.FromException<int>(new FormatException());
            Task continued = failed.ContinueWith(_ => t.Add("ran"), TaskContinuationOptions.OnlyOnRanToCompletion);
            t.Add(CaseTrace.Thrown(continued.Wait)).Add(continued.IsCanceled);
        });
        Plain("only on failure", t =>
        {
            Task continued = Task.CompletedTask.ContinueWith(_ => t.Add("ran"), TaskContinuationOptions.OnlyOnFaulted);
            t.Add(CaseTrace.Thrown(continued.Wait));
            Task.FromException(new FormatException()).ContinueWith(_ => t.Add("faulted"), TaskContinuationOptions.OnlyOnFaulted).Wait();
        });
        Plain("not on cancellation", t =>
        {
            Task continued = Task.FromCanceled(s_cancelled).ContinueWith(_ => t.Add("ran"), TaskContinuationOptions.NotOnCanceled);
            t.Add(CaseTrace.Thrown(continued.Wait));
            Task.FromCanceled(s_cancelled).ContinueWith(_ => t.Add("any")).Wait();
        });
        Plain("at once, in the order of their coming", t =>
        {
            TaskCompletionSource source = new();
            source.Task.ContinueWith(_ => t.Add("a"), TaskContinuationOptions.ExecuteSynchronously);
            source.Task.ContinueWith(_ => t.Add("b"), TaskContinuationOptions.ExecuteSynchronously);
            source.Task.ContinueWith(_ => t.Add("c"), TaskContinuationOptions.ExecuteSynchronously);
            source.SetResult();
            t.Add("set");
        });
        Plain("a chain", t => t.Add(Task.FromResult(1).ContinueWith(x => x.Result + 1).ContinueWith(x => x.Result + 1).ContinueWith(x => x.Result + 1).Result));
        Plain("a continuation that throws", t => t.Add(CaseTrace.Thrown(Task.CompletedTask.ContinueWith(_ => throw new FormatException("c")).Wait)));
        Plain("cancelled before", t =>
        {
            TaskCompletionSource source = new();
            CancellationTokenSource cancellation = new();
            Task continued = source.Task.ContinueWith(_ => t.Add("ran"), cancellation.Token);
            cancellation.Cancel();
            t.Add(continued.IsCanceled);
            source.SetResult();
            t.Add(CaseTrace.Thrown(continued.Wait));
        });
        Plain("bad continuations", t => t
            .Add(CaseTrace.Thrown(() => Task.CompletedTask.ContinueWith((Action<Task>)null!)))
            .Add(CaseTrace.Thrown(() => Task.CompletedTask.ContinueWith(_ => { }, (TaskScheduler)null!))));
        Plain("Unwrap", t => t
            .Add(Task.FromResult(Task.FromResult(7)).Unwrap().Result)
            .Add(Task.Factory.StartNew(async () => { await Task.Yield(); return 8; }).Unwrap().Result)
            .Add(CaseTrace.Thrown(Task.Factory.StartNew(() => Task.FromException(new FormatException("in"))).Unwrap().Wait))
            .Add(CaseTrace.Thrown(Task.FromException<Task>(new FormatException("out")).Unwrap().Wait)));
        Case("scheduler of the context", async t =>
        {
            SynchronizationContext? context = SynchronizationContext.Current;
            TaskScheduler scheduler = TaskScheduler.FromCurrentSynchronizationContext();
            await Task.Run(() => t.Add("pool")).ContinueWith(_ => t.Add(ReferenceEquals(SynchronizationContext.Current, context)), scheduler);
            await Task.Factory.StartNew(() => t.Add(ReferenceEquals(TaskScheduler.Current, scheduler)), CancellationToken.None, TaskCreationOptions.None, scheduler);
        });
        Plain("own scheduler", t =>
        {
            QueueScheduler scheduler = new();
            Task<int> task = Task.Factory.StartNew(() => { t.Add(ReferenceEquals(TaskScheduler.Current, scheduler)); return 1; }, CancellationToken.None, TaskCreationOptions.None, scheduler);
            t.Add((int)task.Status);
            scheduler.RunAll();
            t.Add(task.Result).Add(ReferenceEquals(TaskScheduler.Current, TaskScheduler.Default));
        });
    }

    private sealed class QueueScheduler : TaskScheduler
    {
        private readonly Queue<Task> _tasks = new();

        protected override void QueueTask(Task task) => _tasks.Enqueue(task);
        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;
        protected override IEnumerable<Task> GetScheduledTasks() => _tasks;

        public void RunAll()
        {
            while (_tasks.Count != 0) TryExecuteTask(_tasks.Dequeue());
        }
    }

    private static void Started()
    {
        Plain("new task", t =>
        {
            Task task = new(() => t.Add("ran"));
            t.Add((int)task.Status);
            task.Start();
            task.Wait();
            t.Add((int)task.Status);
        });
        Plain("new task with state", t =>
        {
            Task<string> task = new(state => "got " + state, "it");
            task.Start();
            t.Add(task.Result).Add((string)task.AsyncState!);
        });
        Plain("started twice", t =>
        {
            Task task = new(() => { });
            task.Start();
            task.Wait();
            t.Add(CaseTrace.Thrown(task.Start)).Add(CaseTrace.Thrown(new TaskCompletionSource().Task.Start));
        });
        Plain("synchronously", t =>
        {
            Task task = new(() => t.Add("ran").Add(Task.CurrentId.HasValue));
            task.RunSynchronously();
            t.Add("behind").Add(CaseTrace.Thrown(task.RunSynchronously));
        });
        Plain("cancelled before it began", t =>
        {
            Task task = new(() => t.Add("ran"), s_cancelled);
            t.Add((int)task.Status).Add(CaseTrace.Thrown(task.Start));
        });
        Plain("cancelled from inside", t =>
        {
            CancellationTokenSource source = new();
            Task task = Task.Run(() => { source.Cancel(); source.Token.ThrowIfCancellationRequested(); }, source.Token);
            t.Add(CaseTrace.Thrown(task.Wait)).Add(task.IsCanceled);
        });
        Plain("another's cancellation is a failure", t =>
        {
            Task task = Task.Run(() => s_cancelled.ThrowIfCancellationRequested());
            t.Add(CaseTrace.Thrown(task.Wait)).Add(task.IsCanceled).Add(task.IsFaulted);
        });
        Plain("Run of a cancelled token", t => t.Add(CaseTrace.Thrown(Task.Run(() => t.Add("ran"), s_cancelled).Wait)).Add(CaseTrace.Thrown(() => Task.Run((Action)null!))));
        Plain("factory", t => t
            .Add(Task.Factory.StartNew(() => 3).Result)
            .Add(Task.Factory.StartNew(state => (int)state! + 1, 4).Result)
            .Add(Task<int>.Factory.StartNew(() => 6).Result));
        Plain("queued work", t =>
        {
            TaskCompletionSource done = new();
            ThreadPool.QueueUserWorkItem(state => { t.Add((string)state!); done.SetResult(); }, "work");
            done.Task.Wait();
            t.Add(CaseTrace.Thrown(() => ThreadPool.QueueUserWorkItem(null!)));
        });
        Plain("queued item", t =>
        {
            Item item = new();
            ThreadPool.UnsafeQueueUserWorkItem(item, false);
            item.Done.Task.Wait();
            t.Add("done");
        });
    }

    private static void Reports()
    {
        Case("progress", async t =>
        {
            Progress<int> progress = new(value => t.Add("handler" + value));
            progress.ProgressChanged += (sender, value) => t.Add(ReferenceEquals(sender, progress)).Add(value);
            ((IProgress<int>)progress).Report(4);
            t.Add("reported");
            await Task.Yield();
        });
        Plain("progress without handler", t => t.Add(CaseTrace.Thrown(() => ((IProgress<int>)new Progress<int>()).Report(1))).Add(CaseTrace.Thrown(() => new Progress<int>(null!))));
    }

    private sealed class Item : IThreadPoolWorkItem
    {
        public readonly TaskCompletionSource Done = new();
        public void Execute() => Done.SetResult();
    }

    private static void Limits()
    {
        Plain("WaitAsync of what has ended", t =>
        {
            Task<int> task = Task.FromResult(1);
            t.Add(ReferenceEquals(task, task.WaitAsync(TimeSpan.FromSeconds(1)))).Add(ReferenceEquals(task, task.WaitAsync(CancellationToken.None)));
        });
        Plain("WaitAsync times out", t => t
            .Add(CaseTrace.Thrown(new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(2)).GetAwaiter().GetResult))
            .Add(CaseTrace.Thrown(() => new TaskCompletionSource<int>().Task.WaitAsync(TimeSpan.Zero).GetAwaiter().GetResult())));
        Plain("WaitAsync is cancelled", t =>
        {
            CancellationTokenSource source = new();
            Task wait = new TaskCompletionSource().Task.WaitAsync(source.Token);
            source.Cancel();
            t.Add(CaseTrace.Thrown(wait.GetAwaiter().GetResult));
        });
        Plain("WaitAsync gives the result", t =>
        {
            TaskCompletionSource<int> source = new();
            Task<int> wait = source.Task.WaitAsync(TimeSpan.FromMinutes(1));
            source.SetResult(3);
            t.Add(wait.Result);
        });
        Plain("WaitAsync gives the failure", t =>
        {
            TaskCompletionSource<int> source = new();
            Task<int> wait = source.Task.WaitAsync(TimeSpan.FromMinutes(1));
            source.SetException(new FormatException("w"));
            t.Add(CaseTrace.Thrown(() => wait.GetAwaiter().GetResult()));
        });
        Plain("delay is cancelled", t =>
        {
            CancellationTokenSource source = new();
            Task delay = Task.Delay(60_000, source.Token), never = Task.Delay(-1, source.Token);
            source.Cancel();
            t.Add(delay.IsCanceled).Add(never.IsCanceled).Add(Task.Delay(5, source.Token).IsCanceled);
        });
        Plain("bad delays", t => t.Add(CaseTrace.Thrown(() => Task.Delay(-2))).Add(CaseTrace.Thrown(() => Task.Delay(TimeSpan.FromMilliseconds(-2))))
            .Add(CaseTrace.Thrown(() => Task.Delay(TimeSpan.MaxValue))).Add(CaseTrace.Thrown(() => Task.CompletedTask.Wait(-2))));
        Case("timer fires in turn", async t =>
        {
            TaskCompletionSource done = new();
            int count = 0;
            using Timer timer = new(state => { if (++count == 3) done.TrySetResult(); }, null, 1, 1);
            await done.Task;
            t.Add(count >= 3);
        });
        Case("timer fires once", async t =>
        {
            int count = 0;
            using Timer timer = new(_ => count++, null, 1, -1);
            await Task.Delay(300);
            t.Add(count);
        });
        Case("timer is changed", async t =>
        {
            TaskCompletionSource<object?> done = new();
            Timer timer = new(state => done.TrySetResult(state), "state", -1, -1);
            t.Add(timer.Change(1, -1)).Add((string)(await done.Task)!);
            timer.Dispose();
            t.Add(timer.Change(1, 1));
        });
        Plain("bad timers", t => t.Add(CaseTrace.Thrown(() => new Timer(null!))).Add(CaseTrace.Thrown(() => new Timer(_ => { }, null, -2, 0))).Add(CaseTrace.Thrown(() => new Timer(_ => { }, null, 0, -2))));
        Case("periodic timer", async t =>
        {
            using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(1));
            for (int i = 0; i < 3; i++) t.Add(await timer.WaitForNextTickAsync());
            timer.Dispose();
            t.Add(await timer.WaitForNextTickAsync());
        });
        Case("periodic timer is disposed of or cancelled", async t =>
        {
            PeriodicTimer timer = new(TimeSpan.FromHours(1));
            CancellationTokenSource source = new();
            ValueTask<bool> tick = timer.WaitForNextTickAsync(source.Token);
            source.Cancel();
            try { await tick; } catch (OperationCanceledException) { t.Add("cancelled"); }
            tick = timer.WaitForNextTickAsync();
            timer.Dispose();
            t.Add(await tick);
        });
        Case("own clock", async t =>
        {
            HandClock clock = new();
            Task delay = Task.Delay(TimeSpan.FromHours(1), clock);
            t.Add(delay.IsCompleted);
            clock.FireAll();
            await delay;
            t.Add(clock.GetElapsedTime(0, 30).TotalSeconds.ToString()).Add(clock.Created);
        });
        Plain("system clock", t => t.Add(TimeProvider.System.TimestampFrequency > 0).Add(TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp()).Ticks >= 0));
    }

    private sealed class HandClock : TimeProvider
    {
        private readonly List<Action> _timers = [];
        public int Created;
        public override long TimestampFrequency => 10;
        public void FireAll() { foreach (Action timer in _timers.ToArray()) timer(); }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Created++;
            _timers.Add(() => callback(state));
            return new HandTimer();
        }

        private sealed class HandTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
    }

    /// <summary>A source of ValueTasks that is used again and again.</summary>
    private sealed class Source : IValueTaskSource<int>, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<int> _core;

        public bool Later { set => _core.RunContinuationsAsynchronously = value; }
        public ValueTask<int> Next() => new(this, _core.Version);
        public ValueTask NextNothing() => new(this, _core.Version);
        public void Set(int result) => _core.SetResult(result);
        public void Fail(Exception exception) => _core.SetException(exception);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);
        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);

        public int GetResult(short token)
        {
            try { return _core.GetResult(token); }
            finally { _core.Reset(); }
        }

        void IValueTaskSource.GetResult(short token) => GetResult(token);
    }

    private static void ValueSources()
    {
        Plain("source before and behind", t =>
        {
            Source source = new();
            async Task Read() { for (int i = 0; i < 3; i++) t.Add(await source.Next()); }
            Task task = Read();
            source.Set(1);
            source.Set(2);
            t.Add("set");
            source.Set(3);
            t.Add(task.IsCompletedSuccessfully);
        });
        Case("source in a context", async t =>
        {
            Source source = new();
            async Task Read() { t.Add(await source.Next()); }
            Task task = Read();
            source.Set(5);
            t.Add("set");
            await task;
        });
        Case("source that continues later", async t =>
        {
            Source source = new() { Later = true };
            async Task Read() { t.Add(await source.Next()); }
            Task task = Read();
            source.Set(5);
            t.Add("set");
            await task;
        });
        Plain("source fails", t =>
        {
            Source source = new();
            async Task Read() { try { await source.NextNothing(); } catch (FormatException e) { t.Add(e.Message); } }
            Task task = Read();
            source.Fail(new FormatException("s"));
            t.Add(task.IsCompletedSuccessfully);
        });
        Plain("source to task", t =>
        {
            Source source = new();
            Task<int> task = source.Next().AsTask();
            t.Add(task.IsCompleted);
            source.Set(4);
            t.Add(task.Result);
            source.Set(6);
            t.Add(source.Next().AsTask().Result);
            Task nothing = source.NextNothing().AsTask();
            source.Fail(new FormatException("n"));
            t.Add(CaseTrace.Thrown(nothing.Wait));
        });
        Plain("wrong token", t =>
        {
            ManualResetValueTaskSourceCore<int> core = new();
            t.Add(core.Version).Add((int)core.GetStatus(0)).Add(CaseTrace.Thrown(() => core.GetResult(1))).Add(CaseTrace.Thrown(() => core.GetResult(0)));
            core.SetResult(1);
            t.Add(CaseTrace.Thrown(() => core.SetResult(2))).Add(core.GetResult(0));
            core.Reset();
            t.Add(core.Version);
        });
        Plain("status of a source", t =>
        {
            Source source = new();
            ValueTask<int> task = source.Next();
            t.Add(task.IsCompleted);
            source.Fail(new OperationCanceledException());
            t.Add(task.IsCanceled).Add(task.IsFaulted).Add(task.IsCompletedSuccessfully);
        });
    }
}
