// Waiting for a task: the loop runs meanwhile.

using System.Collections.Generic;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    private const int Infinite = Timeout.Infinite;

    public void Wait() => WaitForSuccess();
    public void Wait(CancellationToken cancellationToken) => Wait(Infinite, cancellationToken);
    public bool Wait(int millisecondsTimeout) => Wait(millisecondsTimeout, default);

    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken)
    {
        if (millisecondsTimeout < Infinite) ThrowHelper.ArgumentOutOfRange(nameof(millisecondsTimeout));
        if (!WaitForEnd(millisecondsTimeout, cancellationToken)) return false;
        if (!IsCompletedSuccessfully) ThrowAggregate();
        return true;
    }

    internal void WaitForSuccess()
    {
        WaitForEnd();
        if (!IsCompletedSuccessfully) ThrowAggregate();
    }

    internal void WaitForEnd()
    {
        while (!IsCompleted) CoreLoop.Turn();
    }

    internal bool WaitForEnd(long milliseconds, CancellationToken cancellationToken)
    {
        if (IsCompleted) return true;
        cancellationToken.ThrowIfCancellationRequested();
        if (milliseconds == 0) return false;
        long deadline = Deadline.After(milliseconds);
        while (!IsCompleted)
        {
            if (Deadline.HasPassed(deadline)) return false;
            CoreLoop.Turn(deadline);
            if (!IsCompleted) cancellationToken.ThrowIfCancellationRequested();
        }
        return true;
    }

    public static void WaitAll(params Task[] tasks) => WaitAll(tasks, Infinite, default);
    public static void WaitAll(params ReadOnlySpan<Task> tasks) => WaitAll(tasks.ToArray(), Infinite, default);
    public static bool WaitAll(Task[] tasks, int millisecondsTimeout) => WaitAll(tasks, millisecondsTimeout, default);
    public static void WaitAll(Task[] tasks, CancellationToken cancellationToken) => WaitAll(tasks, Infinite, cancellationToken);
    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        WaitAll(new List<Task>(tasks).ToArray(), Infinite, cancellationToken);
    }

    public static bool WaitAll(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        if (millisecondsTimeout < Infinite) ThrowHelper.ArgumentOutOfRange(nameof(millisecondsTimeout));
        foreach (Task task in tasks)
            if (task is null) throw new ArgumentException("The tasks array included at least one null element.", nameof(tasks));
        long deadline = Deadline.After(millisecondsTimeout);
        foreach (Task task in tasks)
        {
            while (!task.IsCompleted)
            {
                if (Deadline.HasPassed(deadline)) return false;
                cancellationToken.ThrowIfCancellationRequested();
                CoreLoop.Turn(deadline);
            }
        }
        ThrowFailuresOf(tasks);
        return true;
    }

    private static void ThrowFailuresOf(Task[] tasks)
    {
        List<Exception>? failures = null;
        foreach (Task task in tasks)
        {
            if (task.IsCompletedSuccessfully) continue;
            failures ??= [];
            if (task.IsFaulted) failures.AddRange(task.Failures);
            else failures.Add(new TaskCanceledException(task, task.TokenOfCancellation));
        }
        if (failures is not null) throw new AggregateException(failures);
    }

    public static int WaitAny(params Task[] tasks) => WaitAny(tasks, Infinite, default);
    public static int WaitAny(Task[] tasks, int millisecondsTimeout) => WaitAny(tasks, millisecondsTimeout, default);
    public static int WaitAny(Task[] tasks, CancellationToken cancellationToken) => WaitAny(tasks, Infinite, cancellationToken);

    public static int WaitAny(Task[] tasks, int millisecondsTimeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        if (millisecondsTimeout < Infinite) ThrowHelper.ArgumentOutOfRange(nameof(millisecondsTimeout));
        foreach (Task task in tasks)
            if (task is null) throw new ArgumentException("The tasks array included at least one null element.", nameof(tasks));
        cancellationToken.ThrowIfCancellationRequested();
        if (tasks.Length == 0) return -1;
        long deadline = Deadline.After(millisecondsTimeout);
        while (true)
        {
            for (int i = 0; i < tasks.Length; i++)
                if (tasks[i].IsCompleted) return i;
            if (Deadline.HasPassed(deadline)) return -1;
            CoreLoop.Turn(deadline);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
