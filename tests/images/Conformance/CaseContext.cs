using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// A context that runs what is posted one after the other, in the flow that called Run. On .NET it makes the order of
/// async methods certain; in an image it is one more layer over the loop, and the order must be the same.
/// </summary>
internal sealed class CaseContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_posted)
        {
            _posted.Enqueue((d, state));
            Monitor.PulseAll(_posted);
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public static T Run<T>(Func<Task<T>> body)
    {
        CaseContext context = new();
        SynchronizationContext? before = Current;
        SetSynchronizationContext(context);
        try
        {
            Task<T> task = body();
            task.ContinueWith(static (_, state) => ((CaseContext)state!).Post(static _ => { }, null), context,
                CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted) context.RunOne();
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>A case: the line shows what the body traced.</summary>
    public static void Show(string name, Func<CaseTrace, Task> body)
    {
        Suite.Show(name, Run(async () =>
        {
            CaseTrace trace = new();
            try
            {
                await body(trace);
            }
            catch (Exception exception)
            {
                trace.Add("ESCAPED " + CaseTrace.Name(exception));
            }
            return trace.ToString();
        }));
    }

    private void RunOne()
    {
        (SendOrPostCallback Callback, object? State) item;
        lock (_posted)
        {
            while (_posted.Count == 0) Monitor.Wait(_posted);
            item = _posted.Dequeue();
        }
        item.Callback(item.State);
    }
}

/// <summary>What a case did, in order.</summary>
internal sealed class CaseTrace
{
    private readonly List<string> _steps = [];

    public CaseTrace Add(string step)
    {
        lock (_steps) _steps.Add(step);
        return this;
    }

    public CaseTrace Add(int step) => Add(step.ToString());
    public CaseTrace Add(bool step) => Add(step ? "yes" : "no");

    public override string ToString() => string.Join(" ", _steps.ToArray());

    /// <summary>A case without a context: what SetResult and its like bring about has happened when they return.</summary>
    public static void Show(string name, Action<CaseTrace> body)
    {
        CaseTrace trace = new();
        try
        {
            body(trace);
        }
        catch (Exception exception)
        {
            trace.Add("ESCAPED " + Name(exception));
        }
        Suite.Show(name, trace.ToString());
    }

    /// <summary>What an action throws, by type, or "none".</summary>
    public static string Thrown(Action action)
    {
        try
        {
            action();
            return "none";
        }
        catch (Exception exception)
        {
            return Name(exception);
        }
    }

    public static string Name(Exception exception) => exception switch
    {
        AggregateException all => "aggregate(" + string.Join(",", Names(all)) + ")",
        TaskCanceledException => "task-cancelled",
        OperationCanceledException => "cancelled",
        ObjectDisposedException => "disposed",
        ArgumentNullException argument => "null:" + argument.ParamName,
        ArgumentOutOfRangeException argument => "range:" + argument.ParamName,
        ArgumentException argument => "argument:" + argument.ParamName,
        SynchronizationLockException => "not-locked",
        LockRecursionException => "recursion",
        SemaphoreFullException => "full",
        TimeoutException => "timeout",
        FormatException => "format:" + exception.Message,
        NotSupportedException => "not-supported",
        InvalidOperationException => "invalid:" + exception.Message,
        _ => "other:" + exception.Message,
    };

    private static string[] Names(AggregateException all)
    {
        string[] names = new string[all.InnerExceptions.Count];
        for (int i = 0; i < names.Length; i++) names[i] = Name(all.InnerExceptions[i]);
        return names;
    }
}
