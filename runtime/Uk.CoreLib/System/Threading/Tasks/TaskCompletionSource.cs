using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

public class TaskCompletionSource
{
    private const TaskCreationOptions Allowed = TaskCreationOptions.AttachedToParent | TaskCreationOptions.RunContinuationsAsynchronously;

    public TaskCompletionSource() => Task = new Task();
    public TaskCompletionSource(TaskCreationOptions creationOptions) : this(null, creationOptions) { }
    public TaskCompletionSource(object? state) : this(state, TaskCreationOptions.None) { }
    public TaskCompletionSource(object? state, TaskCreationOptions creationOptions) => Task = new Task(Checked(creationOptions), state);

    public Task Task { get; }

    public void SetResult() => Demand(TrySetResult());
    public bool TrySetResult() => Task.TryComplete();

    public void SetException(Exception exception) => Demand(TrySetException(exception));
    public bool TrySetException(Exception exception) => TryFail(Task, exception);
    public void SetException(IEnumerable<Exception> exceptions) => Demand(TrySetException(exceptions));
    public bool TrySetException(IEnumerable<Exception> exceptions) => TryFail(Task, exceptions);

    public void SetCanceled() => Demand(TrySetCanceled());
    public void SetCanceled(CancellationToken cancellationToken) => Demand(TrySetCanceled(cancellationToken));
    public bool TrySetCanceled() => TrySetCanceled(default);
    public bool TrySetCanceled(CancellationToken cancellationToken) => Task.TryCancel(cancellationToken);

    public void SetFromTask(Task completedTask) => Demand(TrySetFromTask(completedTask));
    public bool TrySetFromTask(Task completedTask)
    {
        CheckEnded(completedTask);
        return Task.TryEndLike(completedTask);
    }

    internal static TaskCreationOptions Checked(TaskCreationOptions creationOptions)
    {
        if ((creationOptions & ~Allowed) != 0) ThrowHelper.ArgumentOutOfRange(nameof(creationOptions));
        return creationOptions;
    }

    internal static void Demand(bool isSet)
    {
        if (!isSet) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    internal static bool TryFail(Task task, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception, nameof(exception));
        return task.TryFail(exception);
    }

    internal static bool TryFail(Task task, IEnumerable<Exception> exceptions)
    {
        ArgumentNullException.ThrowIfNull(exceptions, nameof(exceptions));
        Exception[] all = new List<Exception>(exceptions).ToArray();
        foreach (Exception exception in all)
            if (exception is null) throw new ArgumentException("The exceptions collection included at least one null element.", nameof(exceptions));
        if (all.Length == 0) throw new ArgumentException("The exceptions collection was empty.", nameof(exceptions));
        return task.TryEnd(TaskStatus.Faulted, all);
    }

    internal static void CheckEnded(Task completedTask)
    {
        ArgumentNullException.ThrowIfNull(completedTask, nameof(completedTask));
        if (!completedTask.IsCompleted) throw new ArgumentException("The provided task must have already completed.", nameof(completedTask));
    }
}

public class TaskCompletionSource<TResult>
{
    public TaskCompletionSource() => Task = new Task<TResult>();
    public TaskCompletionSource(TaskCreationOptions creationOptions) : this(null, creationOptions) { }
    public TaskCompletionSource(object? state) : this(state, TaskCreationOptions.None) { }
    public TaskCompletionSource(object? state, TaskCreationOptions creationOptions) =>
        Task = new Task<TResult>(TaskCompletionSource.Checked(creationOptions), state);

    public Task<TResult> Task { get; }

    public void SetResult(TResult result) => TaskCompletionSource.Demand(TrySetResult(result));
    public bool TrySetResult(TResult result) => Task.TryComplete(result);

    public void SetException(Exception exception) => TaskCompletionSource.Demand(TrySetException(exception));
    public bool TrySetException(Exception exception) => TaskCompletionSource.TryFail(Task, exception);
    public void SetException(IEnumerable<Exception> exceptions) => TaskCompletionSource.Demand(TrySetException(exceptions));
    public bool TrySetException(IEnumerable<Exception> exceptions) => TaskCompletionSource.TryFail(Task, exceptions);

    public void SetCanceled() => TaskCompletionSource.Demand(TrySetCanceled());
    public void SetCanceled(CancellationToken cancellationToken) => TaskCompletionSource.Demand(TrySetCanceled(cancellationToken));
    public bool TrySetCanceled() => TrySetCanceled(default);
    public bool TrySetCanceled(CancellationToken cancellationToken) => Task.TryCancel(cancellationToken);

    public void SetFromTask(Task<TResult> completedTask) => TaskCompletionSource.Demand(TrySetFromTask(completedTask));
    public bool TrySetFromTask(Task<TResult> completedTask)
    {
        TaskCompletionSource.CheckEnded(completedTask);
        return completedTask.IsCompletedSuccessfully ? Task.TryComplete(completedTask._result!) : Task.TryEndLike(completedTask);
    }
}
