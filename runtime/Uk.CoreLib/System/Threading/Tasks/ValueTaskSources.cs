using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Threading;

namespace System.Threading.Tasks.Sources;

public enum ValueTaskSourceStatus { Pending, Succeeded, Faulted, Canceled }

[Flags]
public enum ValueTaskSourceOnCompletedFlags { None, UseSchedulingContext = 1, FlowExecutionContext = 2 }

public interface IValueTaskSource
{
    ValueTaskSourceStatus GetStatus(short token);
    void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);
    void GetResult(short token);
}

public interface IValueTaskSource<out TResult>
{
    ValueTaskSourceStatus GetStatus(short token);
    void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);
    TResult GetResult(short token);
}

/// <summary>What a source of ValueTasks that is used again and again is made of.</summary>
[StructLayout(LayoutKind.Auto)]
public struct ManualResetValueTaskSourceCore<TResult>
{
    private SourceState _state;
    private TResult? _result;

    public bool RunContinuationsAsynchronously
    {
        readonly get => _state.RunAsynchronously;
        set => _state.RunAsynchronously = value;
    }

    public readonly short Version => _state.Version;

    public void Reset()
    {
        _result = default;
        _state.Reset();
    }

    public void SetResult(TResult result)
    {
        _result = result;
        _state.End(null);
    }

    public void SetException(Exception error) => _state.End(error);

    public readonly ValueTaskSourceStatus GetStatus(short token) => _state.GetStatus(token);

    public readonly TResult GetResult(short token)
    {
        _state.ThrowIfNotSucceeded(token);
        return _result!;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _state.OnCompleted(continuation, state, token, flags);
}

/// <summary>All of it but the result, once for all results.</summary>
internal struct SourceState
{
    private Action<object?>? _continuation;
    private object? _continuationState;
    /// <summary>A SynchronizationContext or a TaskScheduler.</summary>
    private object? _scheduling;
    private ExecutionContext? _execution;
    private Exception? _error;
    internal short Version;
    private bool _isCompleted;
    internal bool RunAsynchronously;

    internal void Reset()
    {
        Version++;
        _continuation = null;
        _continuationState = null;
        _scheduling = null;
        _execution = null;
        _error = null;
        _isCompleted = false;
    }

    private readonly void Check(short token)
    {
        if (token != Version) throw new InvalidOperationException();
    }

    internal readonly ValueTaskSourceStatus GetStatus(short token)
    {
        Check(token);
        return !_isCompleted ? ValueTaskSourceStatus.Pending
            : _error is null ? ValueTaskSourceStatus.Succeeded
            : _error is OperationCanceledException ? ValueTaskSourceStatus.Canceled
            : ValueTaskSourceStatus.Faulted;
    }

    internal readonly void ThrowIfNotSucceeded(short token)
    {
        Check(token);
        if (!_isCompleted) throw new InvalidOperationException();
        if (_error is not null) throw _error;
    }

    internal void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        ArgumentNullException.ThrowIfNull(continuation, nameof(continuation));
        Check(token);
        if (_continuation is not null) throw new InvalidOperationException();
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0) _execution = ExecutionContext.ForNewWork;
        if ((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0)
            _scheduling = (object?)SynchronizationContext.CurrentIfOwn ?? Flow.Current.Task?.Work?.Scheduler;
        _continuationState = state;
        _continuation = continuation;
        if (_isCompleted) Continue(mayNest: false);
    }

    internal void End(Exception? error)
    {
        if (_isCompleted) throw new InvalidOperationException();
        _isCompleted = true;
        _error = error;
        if (_continuation is not null) Continue(mayNest: !RunAsynchronously);
    }

    private readonly void Continue(bool mayNest)
    {
        Action<object?> continuation = _continuation!;
        object? state = _continuationState;
        if (_execution is ExecutionContext execution)
        {
            Action<object?> inner = continuation;
            continuation = s => ExecutionContext.Run(execution, Unsafe.As<ContextCallback>(inner), s);
        }
        if (_scheduling is SynchronizationContext context)
        {
            context.Post(Unsafe.As<SendOrPostCallback>(continuation), state);
        }
        else if (_scheduling is TaskScheduler scheduler)
        {
            new Task(new ActionWork(continuation, state, default, scheduler), TaskCreationOptions.None).Start(scheduler);
        }
        else if (mayNest)
        {
            continuation(state);
        }
        else
        {
            CoreLoop.Post(continuation, state);
        }
    }
}
