namespace System.Threading.Tasks;

public static class TaskExtensions
{
    public static Task Unwrap(this Task<Task> task)
    {
        ArgumentNullException.ThrowIfNull(task, nameof(task));
        return task.IsCompletedSuccessfully && task._result is Task inner ? inner : new UnwrappedTask<VoidTaskResult>(task);
    }

    public static Task<TResult> Unwrap<TResult>(this Task<Task<TResult>> task)
    {
        ArgumentNullException.ThrowIfNull(task, nameof(task));
        return task.IsCompletedSuccessfully && task._result is Task<TResult> inner ? inner : new UnwrappedTask<TResult>(task);
    }
}

/// <summary>Ends as the task does that is the result of another.</summary>
internal sealed class UnwrappedTask<TResult> : Task<TResult>
{
    internal UnwrappedTask(Task outer) =>
        outer.OnCompletion(static (task, state) => ((UnwrappedTask<TResult>)state!).OuterEnded(task), this);

    private void OuterEnded(Task outer)
    {
        if (!outer.IsCompletedSuccessfully)
        {
            TryEndLike(outer);
            return;
        }
        Task? inner = outer is Task<Task<TResult>> typed ? typed._result : ((Task<Task>)outer)._result;
        if (inner is null) TryCancel(default);
        else inner.OnCompletion(static (task, state) => ((UnwrappedTask<TResult>)state!).InnerEnded(task), this);
    }

    private void InnerEnded(Task inner)
    {
        if (inner is Task<TResult> typed) _result = typed._result;
        TryEndLike(inner);
    }
}
