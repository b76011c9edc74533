// What every task is: a state that ends once, and what runs then. A task is completed and awaited on one core, so its
// fields need no locks; between cores a completion travels as an item of the other core's loop.

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task : IAsyncResult, IDisposable
{
    /// <summary>What runs when the task ends: nothing, one continuation, or a <see cref="ContinuationList"/>.</summary>
    private object? _continuation;

    /// <summary>
    /// Of a faulted task: its exception, or an array of them. Of a cancelled one: the exception that said so, or the source
    /// of the token, or null.
    /// </summary>
    private object? _failure;

    /// <summary>Of a task that runs a delegate, or that was given a state. Null for all others.</summary>
    internal TaskWork? Work;

    private byte _status;
    private byte _options;
    private int _id;

    /// <summary>Per core.</summary>
    private static int s_lastId;

    /// <summary>A promise: somebody completes it.</summary>
    internal Task() => _status = (byte)TaskStatus.WaitingForActivation;

    internal Task(TaskCreationOptions options, object? state)
    {
        _status = (byte)TaskStatus.WaitingForActivation;
        _options = (byte)options;
        if (state is not null) Work = new PromiseState { State = state };
    }

    /// <summary>One that has ended already.</summary>
    internal Task(TaskStatus status, object? failure)
    {
        _status = (byte)status;
        _failure = failure;
    }

    internal Task(TaskWork work, TaskCreationOptions options)
    {
        if ((options & TaskCreationOptions.AttachedToParent) != 0)
            throw new PlatformNotSupportedException("A task cannot be attached to its parent in an image. Let the parent await it.");
        Work = work;
        _options = (byte)options;
    }

    public TaskStatus Status => (TaskStatus)_status;
    public bool IsCompleted => _status >= (byte)TaskStatus.RanToCompletion;
    public bool IsCompletedSuccessfully => _status == (byte)TaskStatus.RanToCompletion;
    public bool IsCanceled => _status == (byte)TaskStatus.Canceled;
    public bool IsFaulted => _status == (byte)TaskStatus.Faulted;
    public TaskCreationOptions CreationOptions => (TaskCreationOptions)_options;
    public object? AsyncState => Work?.State;
    public int Id => _id != 0 ? _id : _id = ++s_lastId;
    public static int? CurrentId => Flow.Current.Task?.Id;

    bool IAsyncResult.CompletedSynchronously => false;
    WaitHandle IAsyncResult.AsyncWaitHandle => NewWaitHandle();

    private ManualResetEvent NewWaitHandle()
    {
        ManualResetEvent handle = new(IsCompleted);
        if (!IsCompleted) OnCompletion(static (_, state) => ((ManualResetEvent)state!).Set(), handle);
        return handle;
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        if (!IsCompleted) ThrowHelper.InvalidOperation("A task may only be disposed if it is in a completion state (RanToCompletion, Faulted or Canceled).");
    }

    /// <summary>What the loop and continuations do with a task: an async method goes on, a delegate runs.</summary>
    internal virtual void Execute() => Work!.Run(this);

    /// <summary>Of an async method: goes on with it, for awaiters that are not the core library's.</summary>
    internal virtual Action MoveNextAction => Execute;

    internal static readonly Action<object?> s_execute = static task => Unsafe.As<Task>(task!).Execute();

    internal void SetStatus(TaskStatus status) => _status = (byte)status;

    internal bool TryComplete() => TryEnd(TaskStatus.RanToCompletion, null);

    /// <param name="failure">See <see cref="_failure"/>.</param>
    internal bool TryEnd(TaskStatus status, object? failure)
    {
        if (IsCompleted) return false;
        _failure = failure;
        _status = (byte)status;
        object? continuation = _continuation;
        _continuation = null;
        if (continuation is not null) RunContinuations(continuation);
        return true;
    }

    internal bool TryFail(Exception exception) => TryEnd(TaskStatus.Faulted, exception);
    internal bool TryCancel(CancellationToken token) => TryEnd(TaskStatus.Canceled, token.Source);

    /// <summary>An async method threw: cancelled or faulted, by the exception.</summary>
    internal bool TryEndBy(Exception exception) =>
        TryEnd(exception is OperationCanceledException ? TaskStatus.Canceled : TaskStatus.Faulted, exception);

    /// <summary>Ends as another task did that has no result to pass on.</summary>
    internal bool TryEndLike(Task other) => TryEnd(other.Status, other._failure);

    /// <summary>The first exception; what await throws. The task is faulted or cancelled.</summary>
    internal Exception FirstFailure => _failure switch
    {
        Exception exception => exception,
        Exception[] several => several[0],
        CancellationTokenSource source => new TaskCanceledException(this, source.TokenOfAny),
        _ => new TaskCanceledException(this),
    };

    public AggregateException? Exception => !IsFaulted ? null : AggregateException.Of(Failures);

    /// <summary>Of a faulted task.</summary>
    internal Exception[] Failures => _failure as Exception[] ?? [(Exception)_failure!];

    internal CancellationToken TokenOfCancellation => _failure switch
    {
        OperationCanceledException exception => exception.CancellationToken,
        CancellationTokenSource source => source.TokenOfAny,
        _ => default,
    };

    /// <summary>What Wait and Result throw.</summary>
    [DoesNotReturn]
    internal void ThrowAggregate() =>
        throw AggregateException.Of(IsFaulted ? Failures : [new TaskCanceledException(this, TokenOfCancellation)]);
}
