// WhenAll, WhenAny and WhenEach.

using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    public static Task WhenAll(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return WhenAll((ReadOnlySpan<Task>)tasks);
    }

    public static Task WhenAll(params ReadOnlySpan<Task> tasks)
    {
        Task[] copy = Copy(tasks);
        return copy.Length == 0 ? CompletedTask : new WhenAllTask(copy);
    }

    public static Task WhenAll(IEnumerable<Task> tasks) => WhenAll((ReadOnlySpan<Task>)ToArray(tasks));

    public static Task<TResult[]> WhenAll<TResult>(params Task<TResult>[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return WhenAll((ReadOnlySpan<Task<TResult>>)tasks);
    }

    public static Task<TResult[]> WhenAll<TResult>(params ReadOnlySpan<Task<TResult>> tasks)
    {
        Task<TResult>[] copy = Copy(tasks);
        return copy.Length == 0 ? FromResult(Array.Empty<TResult>()) : new WhenAllTask<TResult>(copy);
    }

    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks) =>
        WhenAll((ReadOnlySpan<Task<TResult>>)ToArray(tasks));

    public static Task<Task> WhenAny(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return FirstOf<Task>(tasks);
    }

    public static Task<Task> WhenAny(params ReadOnlySpan<Task> tasks) => FirstOf(tasks);
    public static Task<Task> WhenAny(Task task1, Task task2) => FirstOf<Task>(TwoOf(task1, task2));
    public static Task<Task> WhenAny(IEnumerable<Task> tasks) => FirstOf<Task>(ToArray(tasks));

    public static Task<Task<TResult>> WhenAny<TResult>(params Task<TResult>[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return FirstOf<Task<TResult>>(tasks);
    }

    public static Task<Task<TResult>> WhenAny<TResult>(params ReadOnlySpan<Task<TResult>> tasks) => FirstOf(tasks);
    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2) => FirstOf<Task<TResult>>(TwoOf(task1, task2));
    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks) => FirstOf<Task<TResult>>(ToArray(tasks));

    private static T[] TwoOf<T>(T task1, T task2) where T : Task
    {
        ArgumentNullException.ThrowIfNull(task1, nameof(task1));
        ArgumentNullException.ThrowIfNull(task2, nameof(task2));
        return [task1, task2];
    }

    private static T[] ToArray<T>(IEnumerable<T> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return new List<T>(tasks).ToArray();
    }

    private static T[] Copy<T>(ReadOnlySpan<T> tasks) where T : Task
    {
        foreach (Task task in tasks)
            if (task is null) throw new ArgumentException("The tasks argument included a null value.", nameof(tasks));
        return tasks.ToArray();
    }

    private static Task<T> FirstOf<T>(ReadOnlySpan<T> tasks) where T : Task
    {
        T[] copy = Copy(tasks);
        if (copy.Length == 0) throw new ArgumentException("The tasks argument contains no tasks.", nameof(tasks));
        foreach (T task in copy)
            if (task.IsCompleted) return FromResult(task);
        return new WhenAnyTask<T>(copy);
    }

    /// <summary>The tasks in the order in which they end.</summary>
    public static IAsyncEnumerable<Task> WhenEach(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return EachOf(Copy<Task>(tasks));
    }

    public static IAsyncEnumerable<Task> WhenEach(params ReadOnlySpan<Task> tasks) => EachOf(Copy(tasks));
    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks) => EachOf(Copy<Task>(ToArray(tasks)));

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(params Task<TResult>[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks, nameof(tasks));
        return EachOf(Copy<Task<TResult>>(tasks));
    }

    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(params ReadOnlySpan<Task<TResult>> tasks) => EachOf(Copy(tasks));
    public static IAsyncEnumerable<Task<TResult>> WhenEach<TResult>(IEnumerable<Task<TResult>> tasks) => EachOf(Copy<Task<TResult>>(ToArray(tasks)));

    private static async IAsyncEnumerable<T> EachOf<T>(T[] tasks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : Task
    {
        Queue<T> ended = new();
        TaskCompletionSource? more = null;
        foreach (T task in tasks)
        {
            task.OnCompletion((completed, _) =>
            {
                ended.Enqueue((T)completed);
                more?.TrySetResult();
            }, null);
        }
        for (int i = 0; i < tasks.Length; i++)
        {
            if (ended.Count == 0)
            {
                more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await more.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            cancellationToken.ThrowIfCancellationRequested();
            yield return ended.Dequeue();
        }
    }
}

/// <summary>Counts down the tasks that have not ended.</summary>
internal struct RemainingTasks
{
    private int _count;

    /// <summary>True if all have ended already; else they call back, the last one with the count at 0.</summary>
    internal bool Watch(ReadOnlySpan<Task> tasks, Action<Task, object?> oneEnded, object state)
    {
        foreach (Task task in tasks)
            if (!task.IsCompleted) _count++;
        if (_count == 0) return true;
        CompletionCallback continuation = new(oneEnded, state);
        foreach (Task task in tasks) task.TryAdd(continuation);
        return false;
    }

    internal bool CountDown() => --_count == 0;

    /// <summary>Faulted if any is, with the failures of all; else cancelled if any is.</summary>
    internal static TaskStatus Judge(ReadOnlySpan<Task> tasks, out object? failure)
    {
        TaskStatus status = TaskStatus.RanToCompletion;
        Task? cancelled = null;
        int failureCount = 0;
        foreach (Task task in tasks)
        {
            if (task.IsFaulted) failureCount += task.Failures.Length;
            else if (task.IsCanceled) cancelled ??= task;
        }
        failure = cancelled?.FirstFailure;
        if (cancelled is not null) status = TaskStatus.Canceled;
        if (failureCount == 0) return status;
        Exception[] failures = new Exception[failureCount];
        int next = 0;
        foreach (Task task in tasks)
            if (task.IsFaulted)
                foreach (Exception exception in task.Failures) failures[next++] = exception;
        failure = failures;
        return TaskStatus.Faulted;
    }
}

internal sealed class WhenAllTask : Task
{
    private readonly Task[] _tasks;
    private RemainingTasks _remaining;

    internal WhenAllTask(Task[] tasks)
    {
        _tasks = tasks;
        if (_remaining.Watch(tasks, static (_, state) => ((WhenAllTask)state!).OneEnded(), this)) End();
    }

    private void OneEnded()
    {
        if (_remaining.CountDown()) End();
    }

    private void End() => TryEnd(RemainingTasks.Judge(_tasks, out object? failure), failure);
}

internal sealed class WhenAllTask<TResult> : Task<TResult[]>
{
    private readonly Task<TResult>[] _tasks;
    private RemainingTasks _remaining;

    internal WhenAllTask(Task<TResult>[] tasks)
    {
        _tasks = tasks;
        if (_remaining.Watch(tasks, static (_, state) => ((WhenAllTask<TResult>)state!).OneEnded(), this)) End();
    }

    private void OneEnded()
    {
        if (_remaining.CountDown()) End();
    }

    private void End()
    {
        TaskStatus status = RemainingTasks.Judge(_tasks, out object? failure);
        if (status == TaskStatus.RanToCompletion)
        {
            TResult[] results = new TResult[_tasks.Length];
            for (int i = 0; i < results.Length; i++) results[i] = _tasks[i]._result!;
            _result = results;
        }
        TryEnd(status, failure);
    }
}

internal sealed class WhenAnyTask<T> : Task<T> where T : Task
{
    private readonly CompletionCallback _continuation;
    private T[]? _tasks;

    internal WhenAnyTask(T[] tasks)
    {
        _tasks = tasks;
        _continuation = new CompletionCallback(static (task, state) => ((WhenAnyTask<T>)state!).End((T)task), this);
        foreach (T task in tasks) task.TryAdd(_continuation);
    }

    private void End(T first)
    {
        T[]? tasks = _tasks;
        if (tasks is null) return;
        _tasks = null;
        foreach (T task in tasks)
            if (!ReferenceEquals(task, first)) task.Remove(_continuation);
        TryComplete(first);
    }
}
