// ContinueWith: a task that begins when another ends.

using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    public Task ContinueWith(Action<Task> continuationAction) => ContinueBy(continuationAction, null, false, default, None, null);
    public Task ContinueWith(Action<Task> continuationAction, CancellationToken cancellationToken) => ContinueBy(continuationAction, null, false, cancellationToken, None, null);
    public Task ContinueWith(Action<Task> continuationAction, TaskScheduler scheduler) => ContinueBy(continuationAction, null, false, default, None, Checked(scheduler));
    public Task ContinueWith(Action<Task> continuationAction, TaskContinuationOptions continuationOptions) => ContinueBy(continuationAction, null, false, default, continuationOptions, null);
    public Task ContinueWith(Action<Task> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy(continuationAction, null, false, cancellationToken, continuationOptions, Checked(scheduler));

    public Task ContinueWith(Action<Task, object?> continuationAction, object? state) => ContinueBy(continuationAction, state, true, default, None, null);
    public Task ContinueWith(Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken) => ContinueBy(continuationAction, state, true, cancellationToken, None, null);
    public Task ContinueWith(Action<Task, object?> continuationAction, object? state, TaskScheduler scheduler) => ContinueBy(continuationAction, state, true, default, None, Checked(scheduler));
    public Task ContinueWith(Action<Task, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions) => ContinueBy(continuationAction, state, true, default, continuationOptions, null);
    public Task ContinueWith(Action<Task, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy(continuationAction, state, true, cancellationToken, continuationOptions, Checked(scheduler));

    public Task<TResult> ContinueWith<TResult>(Func<Task, TResult> continuationFunction) => ContinueBy<TResult>(continuationFunction, null, false, default, None, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, TResult> continuationFunction, CancellationToken cancellationToken) => ContinueBy<TResult>(continuationFunction, null, false, cancellationToken, None, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, TResult> continuationFunction, TaskScheduler scheduler) => ContinueBy<TResult>(continuationFunction, null, false, default, None, Checked(scheduler));
    public Task<TResult> ContinueWith<TResult>(Func<Task, TResult> continuationFunction, TaskContinuationOptions continuationOptions) => ContinueBy<TResult>(continuationFunction, null, false, default, continuationOptions, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, TResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy<TResult>(continuationFunction, null, false, cancellationToken, continuationOptions, Checked(scheduler));

    public Task<TResult> ContinueWith<TResult>(Func<Task, object?, TResult> continuationFunction, object? state) => ContinueBy<TResult>(continuationFunction, state, true, default, None, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken) => ContinueBy<TResult>(continuationFunction, state, true, cancellationToken, None, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, object?, TResult> continuationFunction, object? state, TaskScheduler scheduler) => ContinueBy<TResult>(continuationFunction, state, true, default, None, Checked(scheduler));
    public Task<TResult> ContinueWith<TResult>(Func<Task, object?, TResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions) => ContinueBy<TResult>(continuationFunction, state, true, default, continuationOptions, null);
    public Task<TResult> ContinueWith<TResult>(Func<Task, object?, TResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy<TResult>(continuationFunction, state, true, cancellationToken, continuationOptions, Checked(scheduler));

    private protected const TaskContinuationOptions None = TaskContinuationOptions.None;

    private protected static TaskScheduler Checked(TaskScheduler scheduler)
    {
        ArgumentNullException.ThrowIfNull(scheduler, nameof(scheduler));
        return scheduler;
    }

    /// <param name="continuationAction">Of this task, and of the state if it has one.</param>
    private protected Task ContinueBy(
        Delegate continuationAction, object? state, bool hasState, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(continuationAction, nameof(continuationAction));
        Task task = new(new ContinuationWork(continuationAction, this, state, hasState, token), OptionsOf(options));
        AttachContinuation(task, token, options, scheduler);
        return task;
    }

    private protected Task<TResult> ContinueBy<TResult>(
        Delegate continuationFunction, object? state, bool hasState, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
    {
        ArgumentNullException.ThrowIfNull(continuationFunction, nameof(continuationFunction));
        Task<TResult> task = new(new ContinuationWork<TResult>(continuationFunction, this, state, hasState, token), OptionsOf(options));
        AttachContinuation(task, token, options, scheduler);
        return task;
    }

    private static TaskCreationOptions OptionsOf(TaskContinuationOptions options)
    {
        const TaskContinuationOptions Conditions =
            TaskContinuationOptions.NotOnRanToCompletion | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnCanceled;
        if ((options & Conditions) == Conditions) throw new ArgumentOutOfRangeException("continuationOptions", "The specified TaskContinuationOptions excluded all continuation kinds.");
        return (TaskCreationOptions)options & (TaskCreationOptions)0x5F;
    }

    private void AttachContinuation(Task task, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
    {
        task.SetStatus(TaskStatus.WaitingForActivation);
        if ((options & TaskContinuationOptions.LazyCancellation) == 0) task.CancelIfAsked(token);
        if (task.IsCompleted) return;
        TaskStart start = new(task, options, scheduler ?? Flow.Current.Task?.Work?.Scheduler);
        if (!TryAdd(start)) start.Run(this, mayNest: true);
    }
}

public partial class Task<TResult>
{
    public Task ContinueWith(Action<Task<TResult>> continuationAction) => ContinueBy(continuationAction, null, false, default, None, null);
    public Task ContinueWith(Action<Task<TResult>> continuationAction, CancellationToken cancellationToken) => ContinueBy(continuationAction, null, false, cancellationToken, None, null);
    public Task ContinueWith(Action<Task<TResult>> continuationAction, TaskScheduler scheduler) => ContinueBy(continuationAction, null, false, default, None, Checked(scheduler));
    public Task ContinueWith(Action<Task<TResult>> continuationAction, TaskContinuationOptions continuationOptions) => ContinueBy(continuationAction, null, false, default, continuationOptions, null);
    public Task ContinueWith(Action<Task<TResult>> continuationAction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy(continuationAction, null, false, cancellationToken, continuationOptions, Checked(scheduler));

    public Task ContinueWith(Action<Task<TResult>, object?> continuationAction, object? state) => ContinueBy(continuationAction, state, true, default, None, null);
    public Task ContinueWith(Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken) => ContinueBy(continuationAction, state, true, cancellationToken, None, null);
    public Task ContinueWith(Action<Task<TResult>, object?> continuationAction, object? state, TaskScheduler scheduler) => ContinueBy(continuationAction, state, true, default, None, Checked(scheduler));
    public Task ContinueWith(Action<Task<TResult>, object?> continuationAction, object? state, TaskContinuationOptions continuationOptions) => ContinueBy(continuationAction, state, true, default, continuationOptions, null);
    public Task ContinueWith(Action<Task<TResult>, object?> continuationAction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy(continuationAction, state, true, cancellationToken, continuationOptions, Checked(scheduler));

    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, TNewResult> continuationFunction) => ContinueBy<TNewResult>(continuationFunction, null, false, default, None, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken) => ContinueBy<TNewResult>(continuationFunction, null, false, cancellationToken, None, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, TNewResult> continuationFunction, TaskScheduler scheduler) => ContinueBy<TNewResult>(continuationFunction, null, false, default, None, Checked(scheduler));
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, TNewResult> continuationFunction, TaskContinuationOptions continuationOptions) => ContinueBy<TNewResult>(continuationFunction, null, false, default, continuationOptions, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, TNewResult> continuationFunction, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy<TNewResult>(continuationFunction, null, false, cancellationToken, continuationOptions, Checked(scheduler));

    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state) => ContinueBy<TNewResult>(continuationFunction, state, true, default, None, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken) => ContinueBy<TNewResult>(continuationFunction, state, true, cancellationToken, None, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskScheduler scheduler) => ContinueBy<TNewResult>(continuationFunction, state, true, default, None, Checked(scheduler));
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, TaskContinuationOptions continuationOptions) => ContinueBy<TNewResult>(continuationFunction, state, true, default, continuationOptions, null);
    public Task<TNewResult> ContinueWith<TNewResult>(Func<Task<TResult>, object?, TNewResult> continuationFunction, object? state, CancellationToken cancellationToken, TaskContinuationOptions continuationOptions, TaskScheduler scheduler) =>
        ContinueBy<TNewResult>(continuationFunction, state, true, cancellationToken, continuationOptions, Checked(scheduler));
}

/// <summary>Starts a task of ContinueWith, or cancels it if it is not for such an end.</summary>
internal sealed class TaskStart(Task task, TaskContinuationOptions options, TaskScheduler? scheduler) : TaskContinuation
{
    private bool RunsAtOnce => (options & TaskContinuationOptions.ExecuteSynchronously) != 0;

    internal override ContinuationKind Kind => RunsAtOnce ? ContinuationKind.AtOnce : ContinuationKind.Queued;

    internal override void Run(Task completed, bool mayNest)
    {
        if (task.IsCompleted) return;
        TaskContinuationOptions excluded = completed.Status switch
        {
            TaskStatus.RanToCompletion => TaskContinuationOptions.NotOnRanToCompletion,
            TaskStatus.Faulted => TaskContinuationOptions.NotOnFaulted,
            _ => TaskContinuationOptions.NotOnCanceled,
        };
        if ((options & excluded) != 0) task.TryCancel(default);
        else if (RunsAtOnce && mayNest && Task.MayNest && scheduler is null or { IsLoop: true }) Task.GoOn(task);
        else task.Queue(scheduler);
    }
}

internal sealed class ContinuationWork : TaskWork
{
    private readonly Delegate _action;
    private readonly Task _antecedent;
    private readonly bool _hasState;

    internal ContinuationWork(Delegate action, Task antecedent, object? state, bool hasState, CancellationToken token)
    {
        (_action, _antecedent, _hasState) = (action, antecedent, hasState);
        (State, Token, Context) = (state, token, ExecutionContext.ForNewWork);
    }

    protected override void Invoke(Task task)
    {
        if (_hasState) Unsafe.As<Action<Task, object?>>(_action)(_antecedent, State);
        else Unsafe.As<Action<Task>>(_action)(_antecedent);
    }
}

internal sealed class ContinuationWork<TResult> : TaskWork
{
    private readonly Delegate _function;
    private readonly Task _antecedent;
    private readonly bool _hasState;

    internal ContinuationWork(Delegate function, Task antecedent, object? state, bool hasState, CancellationToken token)
    {
        (_function, _antecedent, _hasState) = (function, antecedent, hasState);
        (State, Token, Context) = (state, token, ExecutionContext.ForNewWork);
    }

    protected override void Invoke(Task task) => Unsafe.As<Task<TResult>>(task)._result = _hasState
        ? Unsafe.As<Func<Task, object?, TResult>>(_function)(_antecedent, State)
        : Unsafe.As<Func<Task, TResult>>(_function)(_antecedent);
}
