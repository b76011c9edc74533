using System.Collections.Generic;
using Internal.Threading;

namespace System.Threading.Tasks;

public abstract class TaskScheduler
{
    private static TaskScheduler? s_default;

    protected TaskScheduler() { }

    /// <summary>The loop of the core.</summary>
    public static TaskScheduler Default => s_default ??= new LoopScheduler();

    public static TaskScheduler Current => Flow.Current.Task?.Work?.Scheduler ?? Default;

    public static TaskScheduler FromCurrentSynchronizationContext() => new ContextScheduler(
        SynchronizationContext.Current ?? throw new InvalidOperationException("The current SynchronizationContext may not be used as a TaskScheduler."));

    public virtual int MaximumConcurrencyLevel => int.MaxValue;

    protected internal abstract void QueueTask(Task task);
    protected abstract bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued);
    protected abstract IEnumerable<Task>? GetScheduledTasks();

    protected internal virtual bool TryDequeue(Task task) => false;

    /// <summary>Runs a task that this scheduler was given.</summary>
    protected bool TryExecuteTask(Task task)
    {
        if (task.Status >= TaskStatus.Running) return false;
        task.Execute();
        return true;
    }

    internal virtual bool IsLoop => false;

    internal void Queue(Task task)
    {
        try
        {
            QueueTask(task);
        }
        catch (Exception exception)
        {
            TaskSchedulerException failure = new(exception);
            task.TryFail(failure);
            throw failure;
        }
    }

    private sealed class LoopScheduler : TaskScheduler
    {
        internal override bool IsLoop => true;
        protected internal override void QueueTask(Task task) => CoreLoop.Post(Task.s_execute, task);
        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }

    private sealed class ContextScheduler(SynchronizationContext context) : TaskScheduler
    {
        public override int MaximumConcurrencyLevel => 1;

        protected internal override void QueueTask(Task task) =>
            context.Post(static state => Runtime.CompilerServices.Unsafe.As<Task>(state!).Execute(), task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
            ReferenceEquals(SynchronizationContext.Current, context) && TryExecuteTask(task);

        protected override IEnumerable<Task>? GetScheduledTasks() => null;
    }
}

public class TaskSchedulerException : Exception
{
    private const string Default = "An exception was thrown by a TaskScheduler.";

    public TaskSchedulerException() : base(Default) { }
    public TaskSchedulerException(string? message) : base(message) { }
    public TaskSchedulerException(Exception? innerException) : base(Default, innerException) { }
    public TaskSchedulerException(string? message, Exception? innerException) : base(message, innerException) { }
}
