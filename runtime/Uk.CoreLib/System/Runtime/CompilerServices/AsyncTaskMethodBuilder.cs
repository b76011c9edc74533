using System.Threading;
using System.Threading.Tasks;
using Internal.Threading;

namespace System.Runtime.CompilerServices;

public struct AsyncTaskMethodBuilder<TResult>
{
    private Task<TResult>? _task;

    public static AsyncTaskMethodBuilder<TResult> Create() => default;

    public Task<TResult> Task => _task ??= new Task<TResult>();

    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine => AsyncMethod.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => AsyncMethod.CheckStateMachine(stateMachine);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.Await(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.AwaitUnsafe(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void SetResult(TResult result)
    {
        if (_task is null) _task = new Task<TResult>(result);
        else if (!_task.TryComplete(result)) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    public void SetException(Exception exception) => AsyncTaskMethodBuilder.SetException(exception, Task);
}

public struct AsyncTaskMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncTaskMethodBuilder Create() => default;

    public Task Task => _task ??= new Task<VoidTaskResult>();

    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine => AsyncMethod.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => AsyncMethod.CheckStateMachine(stateMachine);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.Await(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.AwaitUnsafe(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void SetResult()
    {
        if (_task is null) _task = Completed;
        else if (!_task.TryComplete()) ThrowEndedAlready();
    }

    public void SetException(Exception exception) => SetException(exception, Task);

    /// <summary>One for all methods that need not wait.</summary>
    internal static Task<VoidTaskResult> Completed => field ??= new Task<VoidTaskResult>(default(VoidTaskResult));

    internal static void SetException(Exception exception, Task task)
    {
        ArgumentNullException.ThrowIfNull(exception, nameof(exception));
        if (!task.TryEndBy(exception)) ThrowEndedAlready();
    }

    internal static void ThrowEndedAlready() =>
        ThrowHelper.InvalidOperation("An attempt was made to transition a task to a final state when it had already completed.");
}

/// <summary>Of methods that return nothing. What they throw ends the program, unless they have a context that catches it.</summary>
public struct AsyncVoidMethodBuilder
{
    private Task<VoidTaskResult>? _task;
    private SynchronizationContext? _context;

    public static AsyncVoidMethodBuilder Create()
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        context?.OperationStarted();
        return new AsyncVoidMethodBuilder { _context = context };
    }

    public void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine => AsyncMethod.Start(ref stateMachine);

    public void SetStateMachine(IAsyncStateMachine stateMachine) => AsyncMethod.CheckStateMachine(stateMachine);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.Await(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.AwaitUnsafe(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void SetResult() => _context?.OperationCompleted();

    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception, nameof(exception));
        if (_context is null)
        {
            CoreLoop.Post(static e => throw ((Exception)e!).Again(), exception);
            return;
        }
        _context.Post(static e => throw ((Exception)e!).Again(), exception);
        _context.OperationCompleted();
    }
}

/// <summary>Of async iterators: each call of MoveNextAsync goes on until the next element or a wait.</summary>
public struct AsyncIteratorMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncIteratorMethodBuilder Create() => default;

    public void MoveNext<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine => AsyncMethod.Start(ref stateMachine);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.Await(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine =>
        AsyncMethod.AwaitUnsafe(ref awaiter, AsyncMethod.Suspend(ref stateMachine, ref _task));

    /// <summary>Nobody awaits the task: the iterator itself is what callers wait for.</summary>
    public void Complete() => _task?.TryComplete();
}
