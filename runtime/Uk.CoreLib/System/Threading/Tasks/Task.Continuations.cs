// What runs when a task ends, and in which order: the same as on .NET.

using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    /// <summary>Continuations run inside of each other up to this depth; further ones go through the loop.</summary>
    private const int MaxNesting = 16;

    /// <param name="continuation">An Action, an async method's task, or a <see cref="TaskContinuation"/>.</param>
    /// <returns>False if the task has ended: then nothing was added.</returns>
    internal bool TryAdd(object continuation)
    {
        if (IsCompleted) return false;
        if (_continuation is null) _continuation = continuation;
        else if (_continuation is ContinuationList list) list.Add(continuation);
        else _continuation = new ContinuationList(_continuation, continuation);
        return true;
    }

    internal void Remove(object continuation)
    {
        if (ReferenceEquals(_continuation, continuation)) _continuation = null;
        else if (_continuation is ContinuationList list) list.Remove(continuation);
    }

    /// <summary>Calls back at once when the task ends, or now if it has.</summary>
    internal void OnCompletion(Action<Task, object?> callback, object? state)
    {
        CompletionCallback continuation = new(callback, state);
        if (!TryAdd(continuation)) callback(this, state);
    }

    private void RunContinuations(object continuation)
    {
        bool mayNest = (_options & (byte)TaskCreationOptions.RunContinuationsAsynchronously) == 0;
        if (continuation is not ContinuationList list)
        {
            RunContinuation(continuation, mayNest);
            return;
        }
        if (mayNest) PostTheLaterOnes(list);
        for (int i = 0; i < list.Count; i++)
            if (list.Items[i] is object item) RunContinuation(item, mayNest);
    }

    /// <summary>Of several methods that await, the first goes on at once, and the others are posted before it does.</summary>
    private void PostTheLaterOnes(ContinuationList list)
    {
        bool isFirst = true;
        for (int i = 0; i < list.Count; i++)
        {
            object? item = list.Items[i];
            ContinuationKind kind = item is TaskContinuation continuation ? continuation.Kind : ContinuationKind.Await;
            if (item is null || kind == ContinuationKind.AtOnce) continue;
            if (kind == ContinuationKind.Await && isFirst)
            {
                isFirst = false;
                continue;
            }
            list.Items[i] = null;
            RunContinuation(item, mayNest: false);
        }
    }

    private void RunContinuation(object continuation, bool mayNest)
    {
        if (continuation is TaskContinuation own) own.Run(this, mayNest);
        else RunAwaiter(continuation, mayNest);
    }

    /// <summary>An Action, or the task of an async method, that wants to go on wherever it may.</summary>
    internal static void RunAwaiter(object continuation, bool mayNest)
    {
        if (mayNest && IsFreeOfContext && MayNest) GoOn(continuation);
        else PostAwaiter(continuation);
    }

    internal static bool MayNest => Flow.Current.Nesting < MaxNesting;

    internal static void GoOn(object continuation)
    {
        Flow.Current.Nesting++;
        if (continuation is Action action) action();
        else Unsafe.As<Task>(continuation).Execute();
        Flow.Current.Nesting--;
    }

    internal static void PostAwaiter(object continuation) =>
        CoreLoop.Post(continuation is Action ? s_callAction : s_execute, continuation);

    private static readonly Action<object?> s_callAction = static action => Unsafe.As<Action>(action!)();

    /// <summary>Work that asked for no context does not run where there is one.</summary>
    private static bool IsFreeOfContext =>
        SynchronizationContext.CurrentIfOwn is null && Flow.Current.Task?.Work?.Scheduler is null;
}

internal enum ContinuationKind : byte
{
    /// <summary>A method that awaits.</summary>
    Await,
    /// <summary>A task of ContinueWith that is queued.</summary>
    Queued,
    /// <summary>A task of ContinueWith that runs at once, or a part of the core library.</summary>
    AtOnce,
}

internal abstract class TaskContinuation
{
    internal virtual ContinuationKind Kind => ContinuationKind.AtOnce;

    /// <param name="mayNest">Whether it may run now.</param>
    internal abstract void Run(Task completed, bool mayNest);
}

internal sealed class ContinuationList
{
    internal object?[] Items;
    internal int Count = 2;

    internal ContinuationList(object first, object second) => Items = [first, second, null, null];

    internal void Add(object item)
    {
        if (Count == Items.Length)
        {
            object?[] larger = new object?[Count * 2];
            for (int i = 0; i < Count; i++) larger[i] = Items[i];
            Items = larger;
        }
        Items[Count++] = item;
    }

    internal void Remove(object item)
    {
        for (int i = 0; i < Count; i++)
            if (ReferenceEquals(Items[i], item)) Items[i] = null;
    }
}

/// <summary>For the core library itself.</summary>
internal sealed class CompletionCallback(Action<Task, object?> callback, object? state) : TaskContinuation
{
    internal override void Run(Task completed, bool mayNest)
    {
        if (mayNest) callback(completed, state);
        else CoreLoop.Post(_ => callback(completed, state), null);
    }
}

/// <summary>A method that awaits and goes on in the context it was in.</summary>
internal sealed class ContextContinuation(SynchronizationContext context, object continuation) : TaskContinuation
{
    internal override ContinuationKind Kind => ContinuationKind.Await;

    internal override void Run(Task completed, bool mayNest)
    {
        if (mayNest && ReferenceEquals(context, SynchronizationContext.Current) && Task.MayNest) Task.GoOn(continuation);
        else Post(context, continuation);
    }

    internal static void Post(SynchronizationContext context, object continuation) => context.Post(s_call, continuation);

    private static readonly SendOrPostCallback s_call = static continuation => Task.GoOn(continuation!);
}

/// <summary>A method that awaits in a task of a scheduler of the program's own, and goes on there.</summary>
internal sealed class SchedulerContinuation(TaskScheduler scheduler, object continuation) : TaskContinuation
{
    internal override ContinuationKind Kind => ContinuationKind.Await;

    internal override void Run(Task completed, bool mayNest) => Post(scheduler, continuation);

    internal static void Post(TaskScheduler scheduler, object continuation)
    {
        Action action = continuation as Action ?? Unsafe.As<Task>(continuation).MoveNextAction;
        new Task(new ActionWork(action, null, default, scheduler), TaskCreationOptions.None).Start(scheduler);
    }
}
