using System;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

/// <summary>Exceptions that hold others, and exceptions that are thrown elsewhere.</summary>
internal static class AggregateCases
{
    public static void Run()
    {
        Suite.Group("aggregates");
        Plain("messages", t => t.Add(new AggregateException().Message).Add(new AggregateException("own").Message)
            .Add(new AggregateException("own", new FormatException("a"), new FormatException("b")).Message).Add(new AggregateException(new FormatException("c")).Message));
        Plain("inner", t =>
        {
            AggregateException all = new(new FormatException("a"), new TimeoutException("b"));
            t.Add(all.InnerException!.Message).Add(all.InnerExceptions.Count).Add(all.InnerExceptions[1].Message).Add(new AggregateException().InnerException is null);
        });
        Plain("flatten", t =>
        {
            AggregateException all = new("top", new FormatException("1"), new AggregateException(new FormatException("2"), new AggregateException(new FormatException("3"))), new FormatException("4"));
            foreach (Exception exception in all.Flatten().InnerExceptions) t.Add(exception.Message);
            t.Add(all.Flatten().Message);
        });
        Plain("handle", t =>
        {
            AggregateException all = new(new FormatException("a"), new TimeoutException("b"), new FormatException("c"));
            t.Add(CaseTrace.Thrown(() => all.Handle(_ => true))).Add(CaseTrace.Thrown(() => all.Handle(e => e is FormatException))).Add(CaseTrace.Thrown(() => all.Handle(_ => false)));
            try { all.Handle(e => e is FormatException); } catch (AggregateException rest) { t.Add(rest.Message); }
        });
        Plain("base", t => t
            .Add(new AggregateException(new AggregateException(new FormatException("deep"))).GetBaseException().Message)
            .Add(new AggregateException("two", new FormatException("a"), new FormatException("b")).GetBaseException().Message)
            .Add(new InvalidOperationException("o", new FormatException("i")).GetBaseException().Message)
            .Add(new FormatException("self").GetBaseException().Message));
        Plain("bad arguments", t => t.Add(CaseTrace.Thrown(() => new AggregateException((Exception[])null!))).Add(CaseTrace.Thrown(() => new AggregateException("m", [null!])))
            .Add(CaseTrace.Thrown(() => new AggregateException().Handle(null!))));
        Plain("copied", t =>
        {
            Exception[] inner = [new FormatException("a")];
            AggregateException all = new(inner);
            inner[0] = new FormatException("changed");
            t.Add(all.InnerExceptions[0].Message);
        });
        Plain("dispatch info", t =>
        {
            FormatException exception = new("kept");
            ExceptionDispatchInfo info = ExceptionDispatchInfo.Capture(exception);
            try { info.Throw(); } catch (FormatException e) { t.Add(ReferenceEquals(e, exception)).Add(ReferenceEquals(info.SourceException, e)); }
            t.Add(CaseTrace.Thrown(() => ExceptionDispatchInfo.Throw(exception))).Add(CaseTrace.Thrown(() => ExceptionDispatchInfo.Capture(null!)));
        });
    }

    private static void Plain(string name, Action<CaseTrace> body) => CaseTrace.Show(name, body);
}
