using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Of methods that return a ValueTask: one that need not wait makes no task.</summary>
public struct AsyncValueTaskMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncValueTaskMethodBuilder Create() => default;

    public ValueTask Task => _task is null ? default : new ValueTask(_task);

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
        if (_task is not null && !_task.TryComplete()) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    public void SetException(Exception exception) => AsyncTaskMethodBuilder.SetException(exception, _task ??= new Task<VoidTaskResult>());
}

/// <summary>Of methods that return a ValueTask: one that need not wait makes no task.</summary>
public struct AsyncValueTaskMethodBuilder<TResult>
{
    private ValueTask<TResult> _value;
    private Task<TResult>? _task;

    public static AsyncValueTaskMethodBuilder<TResult> Create() => default;

    public ValueTask<TResult> Task => _task is null ? _value : new ValueTask<TResult>(_task);

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
        if (_task is null) _value = new ValueTask<TResult>(result);
        else if (!_task.TryComplete(result)) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    public void SetException(Exception exception) => AsyncTaskMethodBuilder.SetException(exception, _task ??= new Task<TResult>());
}

/// <summary>As without a pool: a task is small, and pools keep what the collector would free.</summary>
public struct PoolingAsyncValueTaskMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static PoolingAsyncValueTaskMethodBuilder Create() => default;

    public ValueTask Task => _task is null ? default : new ValueTask(_task);

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
        if (_task is not null && !_task.TryComplete()) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    public void SetException(Exception exception) => AsyncTaskMethodBuilder.SetException(exception, _task ??= new Task<VoidTaskResult>());
}

/// <summary>As without a pool: a task is small, and pools keep what the collector would free.</summary>
public struct PoolingAsyncValueTaskMethodBuilder<TResult>
{
    private ValueTask<TResult> _value;
    private Task<TResult>? _task;

    public static PoolingAsyncValueTaskMethodBuilder<TResult> Create() => default;

    public ValueTask<TResult> Task => _task is null ? _value : new ValueTask<TResult>(_task);

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
        if (_task is null) _value = new ValueTask<TResult>(result);
        else if (!_task.TryComplete(result)) AsyncTaskMethodBuilder.ThrowEndedAlready();
    }

    public void SetException(Exception exception) => AsyncTaskMethodBuilder.SetException(exception, _task ??= new Task<TResult>());
}
