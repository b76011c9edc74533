// The delegates of tasks that run one. Apart from Task, so that an image without such tasks has none of this.

using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

internal abstract class TaskWork
{
    internal object? State;
    internal CancellationToken Token;

    /// <summary>The program's own scheduler; null for the loop.</summary>
    internal TaskScheduler? Scheduler;

    internal ExecutionContext? Context;

    protected abstract void Invoke(Task task);

    internal virtual void Run(Task task)
    {
        if (task.IsCompleted) return;
        if (Token.IsCancellationRequested)
        {
            task.TryCancel(Token);
            return;
        }
        task.SetStatus(TaskStatus.Running);
        Flow before = Flow.Current;
        Flow.Current.Task = task;
        if (Context is not null) ExecutionContext.Switch(Context);
        TaskStatus status = TaskStatus.RanToCompletion;
        object? failure = null;
        try
        {
            Invoke(task);
        }
        catch (Exception exception)
        {
            bool isCancelled = exception is OperationCanceledException cancelled
                && Token.IsCancellationRequested && cancelled.CancellationToken == Token;
            status = isCancelled ? TaskStatus.Canceled : TaskStatus.Faulted;
            failure = exception;
        }
        Flow.Restore(before.Execution, before.Synchronization);
        Flow.Current.Task = before.Task;
        task.TryEnd(status, failure);
    }
}

/// <summary>The state that a TaskCompletionSource was given.</summary>
internal sealed class PromiseState : TaskWork
{
    protected override void Invoke(Task task) { }
}

internal sealed class ActionWork : TaskWork
{
    private readonly Delegate _action;

    /// <param name="action">An Action or an Action of an object.</param>
    internal ActionWork(Delegate action, object? state, CancellationToken token, TaskScheduler? scheduler)
    {
        _action = action;
        State = state;
        Token = token;
        Scheduler = scheduler;
        Context = ExecutionContext.ForNewWork;
    }

    protected override void Invoke(Task task)
    {
        if (_action is Action action) action();
        else Unsafe.As<Action<object?>>(_action)(State);
    }
}

internal sealed class FunctionWork<TResult> : TaskWork
{
    private readonly Delegate _function;

    /// <param name="function">A Func without parameters or of an object.</param>
    internal FunctionWork(Delegate function, object? state, CancellationToken token, TaskScheduler? scheduler)
    {
        _function = function;
        State = state;
        Token = token;
        Scheduler = scheduler;
        Context = ExecutionContext.ForNewWork;
    }

    protected override void Invoke(Task task) => Unsafe.As<Task<TResult>>(task)._result =
        _function is Func<TResult> function ? function() : Unsafe.As<Func<object?, TResult>>(_function)(State);
}
