namespace System.Threading.Tasks;

/// <summary>Starts tasks with options that are said once.</summary>
public partial class TaskFactory(
    CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskContinuationOptions continuationOptions, TaskScheduler? scheduler)
{
    public TaskFactory() : this(default, TaskCreationOptions.None, TaskContinuationOptions.None, null) { }
    public TaskFactory(CancellationToken cancellationToken) : this(cancellationToken, TaskCreationOptions.None, TaskContinuationOptions.None, null) { }
    public TaskFactory(TaskScheduler? scheduler) : this(default, TaskCreationOptions.None, TaskContinuationOptions.None, scheduler) { }
    public TaskFactory(TaskCreationOptions creationOptions, TaskContinuationOptions continuationOptions) : this(default, creationOptions, continuationOptions, null) { }

    public CancellationToken CancellationToken => cancellationToken;
    public TaskCreationOptions CreationOptions => creationOptions;
    public TaskContinuationOptions ContinuationOptions => continuationOptions;
    public TaskScheduler? Scheduler => scheduler;

    private TaskScheduler Target => scheduler ?? TaskScheduler.Current;

    public Task StartNew(Action action) => StartNew(action, cancellationToken, creationOptions, Target);
    public Task StartNew(Action action, CancellationToken cancellationToken) => StartNew(action, cancellationToken, creationOptions, Target);
    public Task StartNew(Action action, TaskCreationOptions creationOptions) => StartNew(action, cancellationToken, creationOptions, Target);
    public Task StartNew(Action action, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        Started(new Task(action, cancellationToken, creationOptions), scheduler);

    public Task StartNew(Action<object?> action, object? state) => StartNew(action, state, cancellationToken, creationOptions, Target);
    public Task StartNew(Action<object?> action, object? state, CancellationToken cancellationToken) => StartNew(action, state, cancellationToken, creationOptions, Target);
    public Task StartNew(Action<object?> action, object? state, TaskCreationOptions creationOptions) => StartNew(action, state, cancellationToken, creationOptions, Target);
    public Task StartNew(Action<object?> action, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        Started(new Task(action, state, cancellationToken, creationOptions), scheduler);

    public Task<TResult> StartNew<TResult>(Func<TResult> function) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<TResult> function, CancellationToken cancellationToken) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<TResult> function, TaskCreationOptions creationOptions) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        Started(new Task<TResult>(function, cancellationToken, creationOptions), scheduler);

    public Task<TResult> StartNew<TResult>(Func<object?, TResult> function, object? state) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew<TResult>(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        Started(new Task<TResult>(function, state, cancellationToken, creationOptions), scheduler);

    internal static T Started<T>(T task, TaskScheduler scheduler) where T : Task
    {
        ArgumentNullException.ThrowIfNull(scheduler, nameof(scheduler));
        task.Queue(scheduler);
        return task;
    }
}

public partial class TaskFactory<TResult>(
    CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskContinuationOptions continuationOptions, TaskScheduler? scheduler)
{
    public TaskFactory() : this(default, TaskCreationOptions.None, TaskContinuationOptions.None, null) { }
    public TaskFactory(CancellationToken cancellationToken) : this(cancellationToken, TaskCreationOptions.None, TaskContinuationOptions.None, null) { }
    public TaskFactory(TaskScheduler? scheduler) : this(default, TaskCreationOptions.None, TaskContinuationOptions.None, scheduler) { }
    public TaskFactory(TaskCreationOptions creationOptions, TaskContinuationOptions continuationOptions) : this(default, creationOptions, continuationOptions, null) { }

    public CancellationToken CancellationToken => cancellationToken;
    public TaskCreationOptions CreationOptions => creationOptions;
    public TaskContinuationOptions ContinuationOptions => continuationOptions;
    public TaskScheduler? Scheduler => scheduler;

    private TaskScheduler Target => scheduler ?? TaskScheduler.Current;

    public Task<TResult> StartNew(Func<TResult> function) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<TResult> function, CancellationToken cancellationToken) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<TResult> function, TaskCreationOptions creationOptions) => StartNew(function, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<TResult> function, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        TaskFactory.Started(new Task<TResult>(function, cancellationToken, creationOptions), scheduler);

    public Task<TResult> StartNew(Func<object?, TResult> function, object? state) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<object?, TResult> function, object? state, CancellationToken cancellationToken) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<object?, TResult> function, object? state, TaskCreationOptions creationOptions) => StartNew(function, state, cancellationToken, creationOptions, Target);
    public Task<TResult> StartNew(Func<object?, TResult> function, object? state, CancellationToken cancellationToken, TaskCreationOptions creationOptions, TaskScheduler scheduler) =>
        TaskFactory.Started(new Task<TResult>(function, state, cancellationToken, creationOptions), scheduler);
}
