// Tasks that run a delegate.

using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    public Task(Action action) : this(action, default, TaskCreationOptions.None) { }
    public Task(Action action, CancellationToken cancellationToken) : this(action, cancellationToken, TaskCreationOptions.None) { }
    public Task(Action action, TaskCreationOptions creationOptions) : this(action, default, creationOptions) { }
    public Task(Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions)
        : this(NewWork(action, null, cancellationToken), creationOptions) => CancelIfAsked(cancellationToken);

    public Task(Action<object?> action, object? state) : this(action, state, default, TaskCreationOptions.None) { }
    public Task(Action<object?> action, object? state, CancellationToken cancellationToken) : this(action, state, cancellationToken, TaskCreationOptions.None) { }
    public Task(Action<object?> action, object? state, TaskCreationOptions creationOptions) : this(action, state, default, creationOptions) { }
    public Task(Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions)
        : this(NewWork(action, state, cancellationToken), creationOptions) => CancelIfAsked(cancellationToken);

    private static ActionWork NewWork(Delegate action, object? state, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(action, nameof(action));
        return new ActionWork(action, state, token, null);
    }

    /// <summary>A token cancels a task that has not begun.</summary>
    internal void CancelIfAsked(CancellationToken token)
    {
        if (!token.CanBeCanceled) return;
        if (token.IsCancellationRequested) TryCancel(token);
        else token.UnsafeRegister(static state => ((Task)state!).CancelIfNotBegun(), this);
    }

    private void CancelIfNotBegun()
    {
        if (Status < TaskStatus.Running) TryCancel(Work!.Token);
    }

    public void Start() => Start(TaskScheduler.Current);

    public void Start(TaskScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler, nameof(scheduler));
        ThrowIfNotNew("Start");
        Queue(scheduler);
    }

    /// <summary>To the loop, or to a scheduler of the program's own.</summary>
    internal void Queue(TaskScheduler? scheduler)
    {
        if (IsCompleted) return;
        SetStatus(TaskStatus.WaitingToRun);
        if (scheduler is null || scheduler.IsLoop)
        {
            CoreLoop.Post(s_execute, this);
            return;
        }
        Work!.Scheduler = scheduler;
        scheduler.Queue(this);
    }

    public void RunSynchronously() => RunSynchronously(TaskScheduler.Current);

    public void RunSynchronously(TaskScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler, nameof(scheduler));
        ThrowIfNotNew("RunSynchronously");
        if (!scheduler.IsLoop) Work!.Scheduler = scheduler;
        Execute();
    }

    private void ThrowIfNotNew(string member)
    {
        string? reason = Status switch
        {
            _ when IsCompleted => " may not be called on a task that has completed.",
            TaskStatus.Created => null,
            _ when Work is null or PromiseState => " may not be called on a promise-style task.",
            _ => " may not be called on a task that was already started.",
        };
        if (reason is not null) ThrowHelper.InvalidOperation(member + reason);
    }

    public static Task Run(Action action) => Run(action, default);

    public static Task Run(Action action, CancellationToken cancellationToken) =>
        Started(new Task(action, cancellationToken, TaskCreationOptions.DenyChildAttach));

    public static Task<TResult> Run<TResult>(Func<TResult> function) => Run(function, default);

    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken)
    {
        Task<TResult> task = new(function, cancellationToken, TaskCreationOptions.DenyChildAttach);
        task.Queue(null);
        return task;
    }

    private static Task Started(Task task)
    {
        task.Queue(null);
        return task;
    }

    public static Task Run(Func<Task?> function) => Run(function, default);

    public static Task Run(Func<Task?> function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return FromCanceled(cancellationToken);
        return TaskExtensions.Unwrap(Run<Task?>(function, cancellationToken)!);
    }

    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function) => Run(function, default);

    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function, nameof(function));
        if (cancellationToken.IsCancellationRequested) return FromCanceled<TResult>(cancellationToken);
        return TaskExtensions.Unwrap(Run<Task<TResult>?>(function, cancellationToken)!);
    }
}

public partial class Task<TResult>
{
    public Task(Func<TResult> function) : this(function, default, TaskCreationOptions.None) { }
    public Task(Func<TResult> function, CancellationToken cancellationToken) : this(function, cancellationToken, TaskCreationOptions.None) { }
    public Task(Func<TResult> function, TaskCreationOptions creationOptions) : this(function, default, creationOptions) { }
    public Task(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions)
        : this(NewWork(function, null, cancellationToken), creationOptions) => CancelIfAsked(cancellationToken);

    public Task(Func<object?, TResult> function, object? state) : this(function, state, default, TaskCreationOptions.None) { }
    public Task(Func<object?, TResult> function, object? state, CancellationToken cancellationToken) : this(function, state, cancellationToken, TaskCreationOptions.None) { }
    public Task(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions) : this(function, state, default, creationOptions) { }
    public Task(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions)
        : this(NewWork(function, state, cancellationToken), creationOptions) => CancelIfAsked(cancellationToken);

    private static FunctionWork<TResult> NewWork(Delegate function, object? state, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(function, nameof(function));
        return new FunctionWork<TResult>(function, state, token, null);
    }
}
