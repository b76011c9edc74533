using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace System.Threading.Tasks;

public readonly struct ValueTask : IEquatable<ValueTask>
{
    /// <summary>Null where it is done; a Task; or a source, with its token.</summary>
    internal readonly object? _object;
    internal readonly short _token;

    public ValueTask(Task task)
    {
        ArgumentNullException.ThrowIfNull(task, nameof(task));
        _object = task;
    }

    public ValueTask(IValueTaskSource source, short token)
    {
        ArgumentNullException.ThrowIfNull(source, nameof(source));
        _object = source;
        _token = token;
    }

    public static ValueTask CompletedTask => default;
    public static ValueTask<TResult> FromResult<TResult>(TResult result) => new(result);
    public static ValueTask FromCanceled(CancellationToken cancellationToken) => new(Task.FromCanceled(cancellationToken));
    public static ValueTask<TResult> FromCanceled<TResult>(CancellationToken cancellationToken) => new(Task.FromCanceled<TResult>(cancellationToken));
    public static ValueTask FromException(Exception exception) => new(Task.FromException(exception));
    public static ValueTask<TResult> FromException<TResult>(Exception exception) => new(Task.FromException<TResult>(exception));

    /// <summary>A source is not a Task, so this says which of the two the object is.</summary>
    internal static ValueTaskSourceStatus StatusOf(Task task) =>
        task.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
        : task.IsFaulted ? ValueTaskSourceStatus.Faulted
        : task.IsCanceled ? ValueTaskSourceStatus.Canceled
        : ValueTaskSourceStatus.Pending;

    private ValueTaskSourceStatus Status =>
        _object is null ? ValueTaskSourceStatus.Succeeded
        : _object is Task task ? StatusOf(task)
        : Unsafe.As<IValueTaskSource>(_object).GetStatus(_token);

    public bool IsCompleted => _object is null || Status != ValueTaskSourceStatus.Pending;
    public bool IsCompletedSuccessfully => _object is null || Status == ValueTaskSourceStatus.Succeeded;
    public bool IsFaulted => Status == ValueTaskSourceStatus.Faulted;
    public bool IsCanceled => Status == ValueTaskSourceStatus.Canceled;

    public Task AsTask() => _object switch
    {
        null => Task.CompletedTask,
        Task task => task,
        _ => SourceTask.From(Unsafe.As<IValueTaskSource>(_object), _token),
    };

    public ValueTask Preserve() => _object is null ? this : new ValueTask(AsTask());

    internal void GetResult()
    {
        if (_object is null) return;
        if (_object is Task task) new TaskAwaiter(task).GetResult();
        else Unsafe.As<IValueTaskSource>(_object).GetResult(_token);
    }

    public ValueTaskAwaiter GetAwaiter() => new(this);
    public ConfiguredValueTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => new(this, continueOnCapturedContext);

    /// <param name="continuation">An Action or the task of an async method.</param>
    internal void Await(object continuation, bool inContext, bool flowContext)
    {
        if (_object is null or Task)
        {
            TaskAwaiter.Await(_object is null ? Task.CompletedTask : Unsafe.As<Task>(_object), continuation,
                inContext ? ConfigureAwaitOptions.ContinueOnCapturedContext : ConfigureAwaitOptions.None);
            return;
        }
        Unsafe.As<IValueTaskSource>(_object).OnCompleted(SourceTask.s_goOn, continuation, _token, SourceTask.Flags(inContext, flowContext));
    }

    public bool Equals(ValueTask other) => ReferenceEquals(_object, other._object) && _token == other._token;
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTask other && Equals(other);
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_object);
    public static bool operator ==(ValueTask left, ValueTask right) => left.Equals(right);
    public static bool operator !=(ValueTask left, ValueTask right) => !left.Equals(right);
}

public readonly struct ValueTask<TResult> : IEquatable<ValueTask<TResult>>
{
    /// <summary>Null where the result is there; a Task; or a source, with its token.</summary>
    internal readonly object? _object;
    private readonly TResult? _result;
    internal readonly short _token;

    public ValueTask(TResult result) => _result = result;

    public ValueTask(Task<TResult> task)
    {
        ArgumentNullException.ThrowIfNull(task, nameof(task));
        _object = task;
    }

    public ValueTask(IValueTaskSource<TResult> source, short token)
    {
        ArgumentNullException.ThrowIfNull(source, nameof(source));
        _object = source;
        _token = token;
    }

    private ValueTaskSourceStatus Status =>
        _object is null ? ValueTaskSourceStatus.Succeeded
        : _object is Task task ? ValueTask.StatusOf(task)
        : Unsafe.As<IValueTaskSource<TResult>>(_object).GetStatus(_token);

    public bool IsCompleted => _object is null || Status != ValueTaskSourceStatus.Pending;
    public bool IsCompletedSuccessfully => _object is null || Status == ValueTaskSourceStatus.Succeeded;
    public bool IsFaulted => Status == ValueTaskSourceStatus.Faulted;
    public bool IsCanceled => Status == ValueTaskSourceStatus.Canceled;

    public TResult Result =>
        _object is null ? _result!
        : _object is Task task ? new TaskAwaiter<TResult>(Unsafe.As<Task<TResult>>(task)).GetResult()
        : Unsafe.As<IValueTaskSource<TResult>>(_object).GetResult(_token);

    public Task<TResult> AsTask() => _object switch
    {
        null => Task.FromResult(_result!),
        Task task => Unsafe.As<Task<TResult>>(task),
        _ => SourceTask<TResult>.From(Unsafe.As<IValueTaskSource<TResult>>(_object), _token),
    };

    public ValueTask<TResult> Preserve() => _object is null ? this : new ValueTask<TResult>(AsTask());

    public ValueTaskAwaiter<TResult> GetAwaiter() => new(this);
    public ConfiguredValueTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) => new(this, continueOnCapturedContext);

    /// <param name="continuation">An Action or the task of an async method.</param>
    internal void Await(object continuation, bool inContext, bool flowContext)
    {
        if (_object is null or Task)
        {
            TaskAwaiter.Await(_object is null ? Task.CompletedTask : Unsafe.As<Task>(_object), continuation,
                inContext ? ConfigureAwaitOptions.ContinueOnCapturedContext : ConfigureAwaitOptions.None);
            return;
        }
        Unsafe.As<IValueTaskSource<TResult>>(_object).OnCompleted(SourceTask.s_goOn, continuation, _token, SourceTask.Flags(inContext, flowContext));
    }

    public override string? ToString() => IsCompletedSuccessfully ? Result?.ToString() : "";

    public bool Equals(ValueTask<TResult> other) => _object is null && other._object is null
        ? Collections.Generic.EqualityComparer<TResult>.Default.Equals(_result!, other._result!)
        : ReferenceEquals(_object, other._object) && _token == other._token;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ValueTask<TResult> other && Equals(other);
    public override int GetHashCode() => _object is not null ? RuntimeHelpers.GetHashCode(_object) : _result?.GetHashCode() ?? 0;
    public static bool operator ==(ValueTask<TResult> left, ValueTask<TResult> right) => left.Equals(right);
    public static bool operator !=(ValueTask<TResult> left, ValueTask<TResult> right) => !left.Equals(right);
}

/// <summary>A Task over a source.</summary>
internal sealed class SourceTask(IValueTaskSource source, short token) : Task
{
    internal static readonly Action<object?> s_goOn = static continuation => GoOn(continuation!);

    internal static ValueTaskSourceOnCompletedFlags Flags(bool inContext, bool flowContext) =>
        (inContext ? ValueTaskSourceOnCompletedFlags.UseSchedulingContext : ValueTaskSourceOnCompletedFlags.None)
        | (flowContext ? ValueTaskSourceOnCompletedFlags.FlowExecutionContext : ValueTaskSourceOnCompletedFlags.None);

    internal static Task From(IValueTaskSource source, short token)
    {
        SourceTask task = new(source, token);
        if (source.GetStatus(token) != ValueTaskSourceStatus.Pending) task.End();
        else source.OnCompleted(static state => ((SourceTask)state!).End(), task, token, ValueTaskSourceOnCompletedFlags.None);
        return task;
    }

    private void End()
    {
        ValueTaskSourceStatus status = source.GetStatus(token);
        try
        {
            source.GetResult(token);
            TryComplete();
        }
        catch (Exception exception)
        {
            TryEnd(status == ValueTaskSourceStatus.Canceled ? TaskStatus.Canceled : TaskStatus.Faulted, exception);
        }
    }
}

internal sealed class SourceTask<TResult>(IValueTaskSource<TResult> source, short token) : Task<TResult>
{
    internal static Task<TResult> From(IValueTaskSource<TResult> source, short token)
    {
        SourceTask<TResult> task = new(source, token);
        if (source.GetStatus(token) != ValueTaskSourceStatus.Pending) task.End();
        else source.OnCompleted(static state => ((SourceTask<TResult>)state!).End(), task, token, ValueTaskSourceOnCompletedFlags.None);
        return task;
    }

    private void End()
    {
        ValueTaskSourceStatus status = source.GetStatus(token);
        try
        {
            TryComplete(source.GetResult(token));
        }
        catch (Exception exception)
        {
            TryEnd(status == ValueTaskSourceStatus.Canceled ? TaskStatus.Canceled : TaskStatus.Faulted, exception);
        }
    }
}
