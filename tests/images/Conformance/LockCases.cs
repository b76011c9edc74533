using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Locks, semaphores, events, atomic operations, thread statics, Lazy, clocks.</summary>
internal static class LockCases
{
    public static void Run()
    {
        Suite.Group("locks");
        Monitors();
        Semaphores();
        Events();
        Atomics();
        Lazies();
        Statics();
        Clocks();
    }

    private static void Case(string name, Func<CaseTrace, Task> body) => CaseContext.Show(name, body);
    private static void Plain(string name, Action<CaseTrace> body) => CaseTrace.Show(name, body);

    private static void Monitors()
    {
        Plain("lock", t =>
        {
            object gate = new();
            lock (gate) t.Add(Monitor.IsEntered(gate));
            t.Add(Monitor.IsEntered(gate));
        });
        Plain("lock again inside", t =>
        {
            object gate = new();
            lock (gate) { lock (gate) lock (gate) t.Add("in"); t.Add(Monitor.IsEntered(gate)); }
            t.Add(Monitor.IsEntered(gate));
        });
        Plain("two locks", t =>
        {
            object a = new(), b = new();
            lock (a) { lock (b) t.Add(Monitor.IsEntered(a)).Add(Monitor.IsEntered(b)); t.Add(Monitor.IsEntered(b)); }
        });
        Plain("many locks at once", t =>
        {
            object[] gates = new object[200];
            for (int i = 0; i < gates.Length; i++) Monitor.Enter(gates[i] = new object());
            int held = 0;
            foreach (object gate in gates) if (Monitor.IsEntered(gate)) held++;
            for (int i = 0; i < gates.Length; i += 2) Monitor.Exit(gates[i]);
            foreach (object gate in gates) if (Monitor.IsEntered(gate)) held++;
            for (int i = 1; i < gates.Length; i += 2) Monitor.Exit(gates[i]);
            foreach (object gate in gates) if (Monitor.IsEntered(gate)) held++;
            t.Add(held);
        });
        Plain("a throw leaves the lock", t =>
        {
            object gate = new();
            t.Add(CaseTrace.Thrown(() => { lock (gate) throw new FormatException("in"); })).Add(Monitor.IsEntered(gate));
        });
        Plain("exit without enter", t => t.Add(CaseTrace.Thrown(() => Monitor.Exit(new object()))).Add(CaseTrace.Thrown(() => Monitor.Pulse(new object())))
            .Add(CaseTrace.Thrown(() => Monitor.Wait(new object(), 0))).Add(CaseTrace.Thrown(() => Monitor.PulseAll(new object()))));
        Plain("exit too often", t =>
        {
            object gate = new();
            Monitor.Enter(gate);
            Monitor.Exit(gate);
            t.Add(CaseTrace.Thrown(() => Monitor.Exit(gate)));
        });
        Plain("try", t =>
        {
            object gate = new();
            bool taken = false;
            Monitor.TryEnter(gate, ref taken);
            t.Add(taken).Add(Monitor.TryEnter(gate)).Add(Monitor.TryEnter(gate, 5)).Add(Monitor.TryEnter(gate, TimeSpan.Zero));
            for (int i = 0; i < 4; i++) Monitor.Exit(gate);
            t.Add(Monitor.IsEntered(gate));
        });
        Plain("flag must be false", t =>
        {
            bool taken = true;
            t.Add(CaseTrace.Thrown(() => Monitor.Enter(new object(), ref taken)));
        });
        Plain("null", t => t.Add(CaseTrace.Thrown(() => { lock ((object)null!) { } }).Length > 3));
        Plain("wait times out", t =>
        {
            object gate = new();
            lock (gate) t.Add(Monitor.Wait(gate, 2)).Add(Monitor.IsEntered(gate));
        });
        Plain("wait and pulse", t =>
        {
            object gate = new();
            bool ready = false;
            Task.Run(() => { lock (gate) { t.Add("worker"); ready = true; Monitor.Pulse(gate); } });
            lock (gate) { while (!ready) Monitor.Wait(gate); t.Add("woken").Add(Monitor.IsEntered(gate)); }
        });
        Plain("waiting gives up a lock that is held twice", t =>
        {
            object gate = new();
            bool ready = false;
            lock (gate)
            {
                lock (gate)
                {
                    Task.Run(() => { lock (gate) { ready = true; Monitor.PulseAll(gate); } });
                    while (!ready) Monitor.Wait(gate);
                    t.Add("woken");
                }
                t.Add(Monitor.IsEntered(gate));
            }
            t.Add(Monitor.IsEntered(gate));
        });
        Plain("Lock", t =>
        {
            Lock gate = new();
            lock (gate) { t.Add(gate.IsHeldByCurrentThread); lock (gate) t.Add("again"); }
            using (gate.EnterScope()) t.Add(gate.IsHeldByCurrentThread);
            t.Add(gate.IsHeldByCurrentThread).Add(gate.TryEnter()).Add(gate.TryEnter(1)).Add(gate.TryEnter(TimeSpan.Zero));
            gate.Exit(); gate.Exit(); gate.Exit();
            t.Add(CaseTrace.Thrown(gate.Exit));
        });
        Plain("spin lock", t =>
        {
            SpinLock gate = new(true);
            bool taken = false;
            gate.Enter(ref taken);
            t.Add(taken).Add(gate.IsHeld).Add(gate.IsHeldByCurrentThread);
            gate.Exit();
            t.Add(gate.IsHeld);
            taken = false;
            gate.TryEnter(ref taken);
            t.Add(taken);
            gate.Exit();
        });
        Plain("spin lock refuses", t =>
        {
            SpinLock gate = new(true);
            t.Add(CaseTrace.Thrown(() => gate.Exit())).Add(CaseTrace.Thrown(() => { bool taken = true; gate.Enter(ref taken); }));
            t.Add(CaseTrace.Thrown(() => { SpinLock own = new(true); bool a = false, b = false; own.Enter(ref a); own.Enter(ref b); }));
        });
        Plain("spin until", t =>
        {
            int turns = 0;
            SpinWait.SpinUntil(() => ++turns == 5);
            t.Add(turns).Add(SpinWait.SpinUntil(() => false, 1));
            bool set = false;
            Task.Run(() => set = true);
            SpinWait spin = new();
            // The task may have ended before the first look.
            do spin.SpinOnce(); while (!Volatile.Read(ref set));
            t.Add(set).Add(spin.Count > 0);
        });
    }

    private static void Semaphores()
    {
        Plain("counts", t =>
        {
            SemaphoreSlim semaphore = new(2, 3);
            semaphore.Wait();
            t.Add(semaphore.CurrentCount).Add(semaphore.Release()).Add(semaphore.Release()).Add(semaphore.CurrentCount).Add(CaseTrace.Thrown(() => semaphore.Release()));
        });
        Plain("no waiting", t =>
        {
            SemaphoreSlim semaphore = new(1);
            t.Add(semaphore.Wait(0)).Add(semaphore.Wait(0)).Add(semaphore.Wait(2)).Add(semaphore.WaitAsync(0).Result);
        });
        Case("first come, first served", async t =>
        {
            SemaphoreSlim semaphore = new(0);
            async Task Use(int n) { await semaphore.WaitAsync(); t.Add(n); }
            Task[] users = [Use(1), Use(2), Use(3), Use(4)];
            semaphore.Release(2);
            t.Add("two");
            await Task.WhenAll(users[0], users[1]);
            semaphore.Release(2);
            await Task.WhenAll(users);
            t.Add(semaphore.CurrentCount);
        });
        Case("as a lock", async t =>
        {
            SemaphoreSlim semaphore = new(1);
            int inside = 0, most = 0;
            async Task Use()
            {
                await semaphore.WaitAsync();
                try { if (++inside > most) most = inside; await Task.Yield(); inside--; }
                finally { semaphore.Release(); }
            }
            await Task.WhenAll(Use(), Use(), Use(), Use(), Use());
            t.Add(most);
        });
        Case("three at a time", async t =>
        {
            SemaphoreSlim semaphore = new(3);
            int inside = 0, most = 0;
            async Task Use() { await semaphore.WaitAsync(); if (++inside > most) most = inside; await Task.Yield(); inside--; semaphore.Release(); }
            Task[] users = new Task[10];
            for (int i = 0; i < users.Length; i++) users[i] = Use();
            await Task.WhenAll(users);
            t.Add(most).Add(semaphore.CurrentCount);
        });
        Case("a waiter gives up", async t =>
        {
            SemaphoreSlim semaphore = new(0);
            CancellationTokenSource source = new();
            Task first = semaphore.WaitAsync(source.Token), second = semaphore.WaitAsync();
            source.Cancel();
            try { await first; } catch (OperationCanceledException e) { t.Add(e.CancellationToken == source.Token); }
            semaphore.Release();
            await second;
            t.Add(semaphore.CurrentCount);
        });
        Case("a waiter times out", async t =>
        {
            SemaphoreSlim semaphore = new(0);
            t.Add(await semaphore.WaitAsync(2)).Add(await semaphore.WaitAsync(TimeSpan.FromMilliseconds(1)));
            semaphore.Release();
            t.Add(semaphore.CurrentCount);
        });
        Plain("blocking wait is released by a task", t =>
        {
            SemaphoreSlim semaphore = new(0);
            Task.Run(async () => { await Task.Delay(1); semaphore.Release(); });
            semaphore.Wait();
            t.Add(semaphore.CurrentCount);
        });
        Plain("bad counts", t => t.Add(CaseTrace.Thrown(() => new SemaphoreSlim(-1))).Add(CaseTrace.Thrown(() => new SemaphoreSlim(2, 1)))
            .Add(CaseTrace.Thrown(() => new SemaphoreSlim(0, 0))).Add(CaseTrace.Thrown(() => new SemaphoreSlim(1).Release(0))));
        Plain("disposed", t =>
        {
            SemaphoreSlim semaphore = new(1);
            semaphore.Dispose();
            t.Add(CaseTrace.Thrown(semaphore.Wait)).Add(CaseTrace.Thrown(() => semaphore.Release()));
        });
        Plain("wait handle", t =>
        {
            SemaphoreSlim semaphore = new(1);
            WaitHandle handle = semaphore.AvailableWaitHandle;
            t.Add(handle.WaitOne(0));
            semaphore.Wait();
            t.Add(handle.WaitOne(0));
            semaphore.Release();
            t.Add(handle.WaitOne(0));
        });
    }

    private static void Events()
    {
        Plain("manual reset", t =>
        {
            ManualResetEvent signal = new(false);
            t.Add(signal.WaitOne(0)).Add(signal.Set()).Add(signal.WaitOne()).Add(signal.WaitOne(0)).Add(signal.Reset()).Add(signal.WaitOne(1));
        });
        Plain("auto reset", t =>
        {
            AutoResetEvent signal = new(true);
            t.Add(signal.WaitOne()).Add(signal.WaitOne(0)).Add(signal.Set()).Add(signal.WaitOne(0)).Add(signal.WaitOne(1));
        });
        Plain("set by a task", t =>
        {
            AutoResetEvent signal = new(false);
            Task.Run(() => { t.Add("task"); signal.Set(); });
            signal.WaitOne();
            t.Add("woken");
        });
        Plain("any and all", t =>
        {
            ManualResetEvent a = new(false), b = new(true);
            t.Add(WaitHandle.WaitAny([a, b])).Add(WaitHandle.WaitAll([a, b], 1)).Add(WaitHandle.WaitAny([a], 1) == WaitHandle.WaitTimeout);
            a.Set();
            t.Add(WaitHandle.WaitAll([a, b]));
        });
        Plain("slim", t =>
        {
            ManualResetEventSlim signal = new();
            t.Add(signal.IsSet).Add(signal.Wait(0)).Add(signal.Wait(1));
            signal.Set();
            signal.Wait();
            t.Add(signal.IsSet).Add(signal.WaitHandle.WaitOne(0));
            signal.Reset();
            t.Add(signal.WaitHandle.WaitOne(0));
            signal.Dispose();
            t.Add(CaseTrace.Thrown(signal.Wait)).Add(CaseTrace.Thrown(() => new ManualResetEventSlim(false, -1)));
        });
        Plain("slim, set by a timer", t =>
        {
            ManualResetEventSlim signal = new();
            using Timer timer = new(_ => signal.Set(), null, 2, -1);
            t.Add(signal.Wait(30_000));
        });
        Plain("countdown", t =>
        {
            CountdownEvent count = new(2);
            t.Add(count.Signal()).Add(count.IsSet).Add(count.TryAddCount()).Add(count.CurrentCount).Add(count.Signal(2)).Add(count.IsSet).Add(count.TryAddCount());
            count.Wait();
            t.Add(CaseTrace.Thrown(() => count.Signal())).Add(CaseTrace.Thrown(() => count.AddCount()));
            count.Reset(3);
            t.Add(count.CurrentCount).Add(count.InitialCount).Add(count.Wait(1)).Add(CaseTrace.Thrown(() => new CountdownEvent(-1)));
        });
        Plain("countdown by tasks", t =>
        {
            CountdownEvent count = new(3);
            for (int i = 0; i < 3; i++) Task.Run(() => count.Signal());
            count.Wait();
            t.Add(count.IsSet);
        });
    }

    private enum Level { Low, High }

    private static void Atomics()
    {
        Plain("add", t =>
        {
            int a = 5; long b = 6; uint c = 7; ulong d = 8;
            t.Add(Interlocked.Add(ref a, 3)).Add((int)Interlocked.Add(ref b, -10)).Add((int)Interlocked.Add(ref c, 3)).Add((int)Interlocked.Add(ref d, 2));
            t.Add(Interlocked.Increment(ref a)).Add(Interlocked.Decrement(ref a)).Add((int)Interlocked.Increment(ref c)).Add((int)Interlocked.Decrement(ref d));
        });
        Plain("wraps", t =>
        {
            int a = int.MaxValue; uint b = 0;
            t.Add(Interlocked.Increment(ref a) == int.MinValue).Add(Interlocked.Decrement(ref b) == uint.MaxValue);
        });
        Plain("exchange", t =>
        {
            int a = 1; long b = 2; float c = 1.5f; double d = 2.5; object? e = "old"; string? f = "s"; nint g = 3;
            t.Add(Interlocked.Exchange(ref a, 9)).Add(a).Add((int)Interlocked.Exchange(ref b, 8)).Add(Interlocked.Exchange(ref c, 2f).ToString()).Add(Interlocked.Exchange(ref d, 3).ToString());
            t.Add((string)Interlocked.Exchange(ref e, "new")!).Add((string)e!).Add(Interlocked.Exchange(ref f, null)!).Add(f is null).Add((int)Interlocked.Exchange(ref g, 4));
        });
        Plain("exchange of small ones", t =>
        {
            byte a = 1; sbyte b = -2; short c = -300; ushort d = 400; bool e = true; char f = 'x'; Level g = Level.High;
            t.Add(Interlocked.Exchange(ref a, 9)).Add(a).Add(Interlocked.Exchange(ref b, -3)).Add(b).Add(Interlocked.Exchange(ref c, 5)).Add(c)
                .Add(Interlocked.Exchange(ref d, 6)).Add(d).Add(Interlocked.Exchange(ref e, false)).Add(e).Add(Interlocked.Exchange(ref f, 'y')).Add(f)
                .Add((int)Interlocked.Exchange(ref g, Level.Low)).Add((int)g);
        });
        Plain("compare", t =>
        {
            int a = 1; string s = "a", other = "b"; double d = 1; Level l = Level.Low;
            t.Add(Interlocked.CompareExchange(ref a, 2, 0)).Add(a).Add(Interlocked.CompareExchange(ref a, 2, 1)).Add(a);
            t.Add(Interlocked.CompareExchange(ref s, other, other)).Add(Interlocked.CompareExchange(ref s, other, s)).Add(s);
            t.Add(Interlocked.CompareExchange(ref d, 5, 1).ToString()).Add(d.ToString()).Add((int)Interlocked.CompareExchange(ref l, Level.High, Level.Low)).Add((int)l);
        });
        Plain("compare of bytes leaves the neighbours", t =>
        {
            byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8];
            for (int i = 0; i < 8; i++) t.Add(Interlocked.CompareExchange(ref bytes[i], (byte)(i + 10), (byte)(i + 1)));
            t.Add(string.Join(",", bytes)).Add(Interlocked.CompareExchange(ref bytes[0], 99, 1)).Add(bytes[0]);
        });
        Plain("and, or, read", t =>
        {
            int a = 0b1100; long b = 0b1010; uint c = 6;
            t.Add(Interlocked.And(ref a, 0b0110)).Add(a).Add((int)Interlocked.Or(ref b, 0b0101)).Add((int)Interlocked.Read(ref b)).Add((int)Interlocked.And(ref c, 3)).Add((int)c);
        });
        Plain("volatile", t =>
        {
            bool a = false; double b = 0; string? c = null; long d = 0; float e = 0; sbyte f = 0; short g = 0;
            Volatile.Write(ref a, true); Volatile.Write(ref b, 1.5); Volatile.Write(ref c, "v"); Volatile.Write(ref d, -7); Volatile.Write(ref e, 2.5f); Volatile.Write(ref f, (sbyte)-1); Volatile.Write(ref g, (short)-2);
            t.Add(Volatile.Read(ref a)).Add(Volatile.Read(ref b).ToString()).Add(Volatile.Read(ref c)!).Add((int)Volatile.Read(ref d)).Add(Volatile.Read(ref e).ToString()).Add(Volatile.Read(ref f)).Add(Volatile.Read(ref g));
        });
    }

    private sealed class Made
    {
        public static int Count;
        public Made() => Count++;
    }

    private static Made? s_made;
    private static int s_number;
    private static bool s_numberIsMade;
    private static object? s_gate;

    private static void Lazies()
    {
        Plain("made once", t =>
        {
            int made = 0;
            Lazy<int> lazy = new(() => ++made);
            t.Add(lazy.IsValueCreated).Add(lazy.Value).Add(lazy.Value).Add(made).Add(lazy.IsValueCreated);
        });
        Plain("by its constructor", t =>
        {
            Lazy<Made> lazy = new();
            t.Add(Made.Count).Add(ReferenceEquals(lazy.Value, lazy.Value)).Add(Made.Count);
        });
        Plain("a value from the start", t => t.Add(new Lazy<string>("given").IsValueCreated).Add(new Lazy<string>("given").Value));
        Plain("as text", t =>
        {
            Lazy<int> lazy = new(() => 3);
            t.Add(lazy.ToString()!);
            _ = lazy.Value;
            t.Add(lazy.ToString()!);
        });
        foreach (LazyThreadSafetyMode mode in new[] { LazyThreadSafetyMode.None, LazyThreadSafetyMode.PublicationOnly, LazyThreadSafetyMode.ExecutionAndPublication })
        {
            Plain($"failures with mode {(int)mode}", t =>
            {
                int calls = 0;
                Lazy<int> lazy = new(() => ++calls < 3 ? throw new FormatException("call " + calls) : calls, mode);
                for (int i = 0; i < 3; i++) t.Add(CaseTrace.Thrown(() => _ = lazy.Value));
                t.Add(calls).Add(lazy.IsValueCreated);
            });
        }
        Plain("that asks itself", t =>
        {
            Lazy<int> lazy = null!;
            lazy = new Lazy<int>(() => lazy.Value + 1);
            t.Add(CaseTrace.Thrown(() => _ = lazy.Value)).Add(CaseTrace.Thrown(() => _ = lazy.Value));
        });
        Plain("bad arguments", t => t.Add(CaseTrace.Thrown(() => new Lazy<int>((Func<int>)null!))).Add(CaseTrace.Thrown(() => new Lazy<int>((LazyThreadSafetyMode)7))));
        Plain("async", t =>
        {
            int made = 0;
            Lazy<Task<int>> lazy = new(async () => { await Task.Yield(); return ++made; });
            t.Add(lazy.Value.Result).Add(lazy.Value.Result).Add(made);
        });
        Plain("LazyInitializer", t =>
        {
            Made first = LazyInitializer.EnsureInitialized(ref s_made);
            t.Add(ReferenceEquals(first, LazyInitializer.EnsureInitialized(ref s_made, () => new Made())));
            t.Add(LazyInitializer.EnsureInitialized(ref s_number, ref s_numberIsMade, ref s_gate, () => 5)).Add(LazyInitializer.EnsureInitialized(ref s_number, ref s_numberIsMade, ref s_gate, () => 6));
            string? nothing = null;
            t.Add(CaseTrace.Thrown(() => LazyInitializer.EnsureInitialized(ref nothing, () => null!)));
        });
    }

    [ThreadStatic] private static int s_count;
    [ThreadStatic] private static string? s_text;

    private static class Generic<T>
    {
        [ThreadStatic] public static T? Value;
        [ThreadStatic] public static int Count;
    }

    private static void Statics()
    {
        Plain("thread statics", t =>
        {
            t.Add(s_count).Add(s_text is null);
            s_count += 5;
            s_text = new string('x', 3);
            GC.Collect();
            t.Add(s_count).Add(s_text);
        });
        Plain("thread statics of generic types", t =>
        {
            Generic<int>.Value = 1;
            Generic<string>.Value = "s" + 1;
            Generic<object>.Value = "o";
            Generic<int>.Count++;
            Generic<string>.Count += 2;
            GC.Collect();
            t.Add(Generic<int>.Value).Add(Generic<string>.Value).Add((string)Generic<object>.Value).Add(Generic<int>.Count).Add(Generic<string>.Count).Add(Generic<object>.Count);
        });
        Plain("ThreadLocal", t =>
        {
            int made = 0;
            ThreadLocal<int> local = new(() => ++made, true);
            t.Add(local.IsValueCreated).Add(local.Value).Add(local.Value).Add(made).Add(local.IsValueCreated).Add(local.Values.Count).Add(local.ToString()!);
            local.Value = 9;
            t.Add(local.Value);
            local.Dispose();
            t.Add(CaseTrace.Thrown(() => _ = local.Value)).Add(CaseTrace.Thrown(() => new ThreadLocal<int>(null!)));
        });
        Plain("ThreadLocal without factory", t =>
        {
            ThreadLocal<string> local = new();
            t.Add(local.Value is null).Add(local.IsValueCreated).Add(CaseTrace.Thrown(() => _ = local.Values).Length > 10);
        });
    }

    private static void Clocks()
    {
        Plain("stopwatch", t =>
        {
            Stopwatch stopwatch = Stopwatch.StartNew();
            Thread.Sleep(3);
            stopwatch.Stop();
            long ticks = stopwatch.ElapsedTicks;
            t.Add(stopwatch.ElapsedMilliseconds is >= 3 and < 10_000).Add(stopwatch.Elapsed.Ticks > 0).Add(stopwatch.IsRunning).Add(ticks == stopwatch.ElapsedTicks);
            stopwatch.Start();
            stopwatch.Reset();
            t.Add((int)stopwatch.ElapsedTicks).Add(Stopwatch.Frequency.ToString()).Add(Stopwatch.IsHighResolution).Add(Stopwatch.GetElapsedTime(0, 1_000_000_000).TotalSeconds.ToString());
        });
        Plain("ticks", t =>
        {
            long before = Environment.TickCount64;
            Thread.Sleep(5);
            t.Add(Environment.TickCount64 - before >= 4).Add(Environment.TickCount - (int)Environment.TickCount64 is > -1000 and < 1000);
        });
        Plain("sleep", t => t.Add(CaseTrace.Thrown(() => Thread.Sleep(-2))).Add(CaseTrace.Thrown(() => Thread.Sleep(0))).Add(CaseTrace.Thrown(() => Thread.Sleep(TimeSpan.FromMilliseconds(1)))));
        Plain("tasks run while this sleeps", t =>
        {
            bool ran = false;
            Task.Run(() => ran = true);
            Thread.Sleep(300);
            t.Add(ran);
        });
        Plain("this thread", t => t.Add(ReferenceEquals(Thread.CurrentThread, Thread.CurrentThread)).Add(Thread.CurrentThread.ManagedThreadId == Environment.CurrentManagedThreadId)
            .Add(Thread.CurrentThread.IsAlive).Add(Thread.CurrentThread.IsThreadPoolThread));
        Plain("the wall clock goes on", t => t.Add(DateTime.UtcNow.Year >= 2025).Add(DateTime.UtcNow <= DateTime.UtcNow.AddSeconds(1)));
    }
}
