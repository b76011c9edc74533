// The task of an async method that had to wait: it holds the method's state, and continues it.

using System.Threading;
using System.Threading.Tasks;
using Internal.Threading;

namespace System.Runtime.CompilerServices;

internal sealed class AsyncTask<TStateMachine, TResult> : Task<TResult> where TStateMachine : IAsyncStateMachine
{
    internal TStateMachine StateMachine = default!;
    internal ExecutionContext? Context;
    private Action? _moveNext;

    internal override Action MoveNextAction => _moveNext ??= Execute;

    internal override void Execute()
    {
        ExecutionContext? before = Flow.Current.Execution;
        if (before != Context) ExecutionContext.Switch(Context);
        StateMachine.MoveNext();
        if (before != Flow.Current.Execution) ExecutionContext.Switch(before);
    }
}

internal static class AsyncMethod
{
    /// <summary>The first part of a method, up to where it has to wait.</summary>
    internal static void Start<TStateMachine>(ref TStateMachine stateMachine) where TStateMachine : IAsyncStateMachine
    {
        ExecutionContext? execution = Flow.Current.Execution;
        SynchronizationContext? synchronization = Flow.Current.Synchronization;
        stateMachine.MoveNext();
        if (execution != Flow.Current.Execution || synchronization != Flow.Current.Synchronization)
            Flow.Restore(execution, synchronization);
    }

    /// <summary>The method's task; the first wait makes it, and moves the state machine into it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static Task Suspend<TStateMachine, TResult>(ref TStateMachine stateMachine, ref Task<TResult>? task)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncTask<TStateMachine, TResult> method;
        if (task is null)
        {
            method = new AsyncTask<TStateMachine, TResult>();
            // First the task, so that the state machine that is moved knows it.
            task = method;
            method.StateMachine = stateMachine;
        }
        else
        {
            method = (AsyncTask<TStateMachine, TResult>)task;
        }
        method.Context = ExecutionContext.ForNewWork;
        return method;
    }

    internal static void Await<TAwaiter>(ref TAwaiter awaiter, Task method) where TAwaiter : INotifyCompletion
    {
        if (default(TAwaiter) is not null && awaiter is IMethodAwaiter) ((IMethodAwaiter)awaiter).Await(method);
        else awaiter.OnCompleted(method.MoveNextAction);
    }

    internal static void AwaitUnsafe<TAwaiter>(ref TAwaiter awaiter, Task method) where TAwaiter : ICriticalNotifyCompletion
    {
        if (default(TAwaiter) is not null && awaiter is IMethodAwaiter) ((IMethodAwaiter)awaiter).Await(method);
        else awaiter.UnsafeOnCompleted(method.MoveNextAction);
    }

    internal static void CheckStateMachine(IAsyncStateMachine stateMachine)
    {
        ArgumentNullException.ThrowIfNull(stateMachine, nameof(stateMachine));
        ThrowHelper.InvalidOperation("The builder was not properly initialized.");
    }
}
