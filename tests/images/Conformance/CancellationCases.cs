using System;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Tokens, their sources and registrations.</summary>
internal static class CancellationCases
{
    public static void Run()
    {
        Suite.Group("cancellation");
        Tokens();
        Registrations();
        Linked();
    }

    private static void Plain(string name, Action<CaseTrace> body) => CaseTrace.Show(name, body);

    private static void Tokens()
    {
        Plain("tokens without source", t => t.Add(CancellationToken.None.CanBeCanceled).Add(new CancellationToken(true).IsCancellationRequested)
            .Add(new CancellationToken(false).CanBeCanceled).Add(default(CancellationToken) == CancellationToken.None));
        Plain("cancel", t =>
        {
            CancellationTokenSource source = new();
            CancellationToken token = source.Token;
            t.Add(token.IsCancellationRequested).Add(token.CanBeCanceled);
            source.Cancel();
            t.Add(token.IsCancellationRequested).Add(source.IsCancellationRequested);
            source.Cancel();
        });
        Plain("equality", t =>
        {
            CancellationTokenSource source = new(), other = new();
            t.Add(source.Token == source.Token).Add(source.Token != other.Token).Add(source.Token.Equals((object)source.Token)).Add(source.Token.GetHashCode() == source.Token.GetHashCode());
        });
        Plain("throw", t =>
        {
            CancellationTokenSource source = new();
            source.Token.ThrowIfCancellationRequested();
            source.Cancel();
            try { source.Token.ThrowIfCancellationRequested(); }
            catch (OperationCanceledException e) { t.Add(e.CancellationToken == source.Token).Add(e.Message); }
        });
        Plain("disposed", t =>
        {
            CancellationTokenSource source = new();
            CancellationToken token = source.Token;
            source.Dispose();
            source.Dispose();
            t.Add(CaseTrace.Thrown(() => _ = source.Token)).Add(CaseTrace.Thrown(source.Cancel)).Add(token.IsCancellationRequested).Add(CaseTrace.Thrown(() => source.CancelAfter(1)));
        });
        Plain("after a time", t =>
        {
            using CancellationTokenSource source = new(2);
            t.Add(CaseTrace.Thrown(Task.Delay(-1, source.Token).Wait)).Add(source.IsCancellationRequested);
        });
        Plain("CancelAfter", t =>
        {
            CancellationTokenSource source = new();
            source.CancelAfter(60_000);
            source.CancelAfter(TimeSpan.FromMilliseconds(1));
            t.Add(CaseTrace.Thrown(Task.Delay(-1, source.Token).Wait));
        });
        Plain("CancelAfter is taken back", t =>
        {
            CancellationTokenSource source = new();
            source.CancelAfter(100);
            source.CancelAfter(-1);
            Task.Delay(200).Wait();
            t.Add(source.IsCancellationRequested);
        });
        Plain("of no time", t => t.Add(new CancellationTokenSource(0).IsCancellationRequested).Add(CaseTrace.Thrown(() => new CancellationTokenSource(-2))).Add(CaseTrace.Thrown(() => new CancellationTokenSource().CancelAfter(-2))));
        Plain("reset", t =>
        {
            CancellationTokenSource source = new();
            t.Add(source.TryReset());
            source.Cancel();
            t.Add(source.TryReset());
        });
        Plain("asynchronously", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => t.Add("called"));
            source.CancelAsync().Wait();
            t.Add(source.IsCancellationRequested);
        });
        Plain("wait handle", t =>
        {
            CancellationTokenSource source = new();
            WaitHandle handle = source.Token.WaitHandle;
            t.Add(handle.WaitOne(0));
            source.Cancel();
            t.Add(handle.WaitOne(0));
        });
        Plain("exceptions", t => t.Add(new OperationCanceledException().Message).Add(new TaskCanceledException().Message)
            .Add(new OperationCanceledException("m", new CancellationToken(true)).CancellationToken.IsCancellationRequested)
            .Add(new TaskCanceledException(Task.CompletedTask).Task == Task.CompletedTask).Add(new OperationCanceledException(null).Message));
        Plain("a wait is cancelled", t =>
        {
            CancellationTokenSource source = new(2);
            t.Add(CaseTrace.Thrown(() => new TaskCompletionSource().Task.Wait(source.Token)));
            t.Add(CaseTrace.Thrown(() => new SemaphoreSlim(0).Wait(source.Token)));
            t.Add(CaseTrace.Thrown(() => new ManualResetEventSlim().Wait(source.Token)));
        });
    }

    private static void Registrations()
    {
        Plain("last first", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => t.Add(1));
            source.Token.Register(() => t.Add(2));
            source.Token.Register(state => t.Add((string)state!), "3");
            source.Cancel();
        });
        Plain("once only", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => t.Add(1));
            source.Cancel();
            source.Cancel();
        });
        Plain("at once if it is too late", t =>
        {
            CancellationTokenRegistration registration = new CancellationToken(true).Register(() => t.Add("called"));
            t.Add("back").Add(registration.Unregister());
        });
        Plain("never", t => t.Add(CancellationToken.None.Register(() => t.Add("called")) == default));
        Plain("unregistered", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => t.Add("a"));
            CancellationTokenRegistration second = source.Token.Register(() => t.Add("b"));
            source.Token.Register(() => t.Add("c"));
            t.Add(second.Unregister()).Add(second.Unregister()).Add(second.Token == source.Token);
            source.Cancel();
        });
        Plain("disposed of", t =>
        {
            CancellationTokenSource source = new();
            using (source.Token.Register(() => t.Add("called"))) t.Add("in");
            source.Cancel();
            t.Add(source.IsCancellationRequested);
        });
        Plain("with the token", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register((state, token) => t.Add((string)state!).Add(token == source.Token), "state");
            source.Cancel();
        });
        Plain("all are called in spite of failures", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => t.Add("a"));
            source.Token.Register(() => throw new FormatException("1"));
            source.Token.Register(() => throw new TimeoutException("2"));
            t.Add(CaseTrace.Thrown(source.Cancel));
        });
        Plain("the first failure ends it", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => throw new FormatException("1"));
            source.Token.Register(() => throw new FormatException("2"));
            t.Add(CaseTrace.Thrown(() => source.Cancel(true)));
        });
        Plain("registering from a callback", t =>
        {
            CancellationTokenSource source = new();
            source.Token.Register(() => { t.Add("outer"); source.Token.Register(() => t.Add("inner")); });
            source.Cancel();
        });
        Plain("null callback", t => t.Add(CaseTrace.Thrown(() => new CancellationTokenSource().Token.Register((Action)null!))));
        Plain("a continuation is reached", t =>
        {
            CancellationTokenSource source = new();
            async Task Wait() { try { await Task.Delay(-1, source.Token); } catch (OperationCanceledException) { t.Add("stopped"); } }
            Task task = Wait();
            source.Cancel();
            task.Wait();
            t.Add(task.IsCompletedSuccessfully);
        });
    }

    private static void Linked()
    {
        Plain("linked to two", t =>
        {
            CancellationTokenSource a = new(), b = new();
            using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(a.Token, b.Token);
            linked.Token.Register(() => t.Add("called"));
            b.Cancel();
            t.Add(linked.IsCancellationRequested).Add(a.IsCancellationRequested);
        });
        Plain("linked is cancelled itself", t =>
        {
            CancellationTokenSource a = new();
            CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(a.Token);
            linked.Cancel();
            t.Add(a.IsCancellationRequested).Add(linked.IsCancellationRequested);
        });
        Plain("linked to what is cancelled", t => t.Add(CancellationTokenSource.CreateLinkedTokenSource(new CancellationToken(true), CancellationToken.None).IsCancellationRequested));
        Plain("linked is disposed of", t =>
        {
            CancellationTokenSource a = new();
            CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(a.Token);
            CancellationToken token = linked.Token;
            linked.Dispose();
            a.Cancel();
            t.Add(token.IsCancellationRequested);
        });
        Plain("linked to many", t =>
        {
            CancellationTokenSource[] all = [new(), new(), new()];
            CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(all[0].Token, all[1].Token, all[2].Token);
            all[2].Cancel();
            t.Add(linked.IsCancellationRequested).Add(CaseTrace.Thrown(() => CancellationTokenSource.CreateLinkedTokenSource(Array.Empty<CancellationToken>())));
        });
    }
}
