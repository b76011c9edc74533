// Tasks without code of their own: ended ones, delays, and what awaits tasks.

using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading.Tasks;

public partial class Task
{
    public static TaskFactory Factory => field ??= new TaskFactory();

    public static Task CompletedTask => AsyncTaskMethodBuilder.Completed;

    public static Task<TResult> FromResult<TResult>(TResult result) => new(result);

    public static Task FromException(Exception exception) => FromException<VoidTaskResult>(exception);

    public static Task<TResult> FromException<TResult>(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception, nameof(exception));
        return new Task<TResult>(TaskStatus.Faulted, exception);
    }

    public static Task FromCanceled(CancellationToken cancellationToken) => FromCanceled<VoidTaskResult>(cancellationToken);

    public static Task<TResult> FromCanceled<TResult>(CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested) ThrowHelper.ArgumentOutOfRange(nameof(cancellationToken));
        return new Task<TResult>(TaskStatus.Canceled, cancellationToken.Source);
    }

    public static YieldAwaitable Yield() => default;

    public TaskAwaiter GetAwaiter() => new(this);

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) =>
        new(this, continueOnCapturedContext ? ConfigureAwaitOptions.ContinueOnCapturedContext : ConfigureAwaitOptions.None);

    public ConfiguredTaskAwaitable ConfigureAwait(ConfigureAwaitOptions options)
    {
        const ConfigureAwaitOptions All = ConfigureAwaitOptions.ContinueOnCapturedContext
            | ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding;
        if ((options & ~All) != 0) ThrowHelper.ArgumentOutOfRange(nameof(options));
        return new(this, options);
    }

    public static Task Delay(int millisecondsDelay) => Delay(millisecondsDelay, default);

    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken)
    {
        if (millisecondsDelay < Infinite)
            throw new ArgumentOutOfRangeException(nameof(millisecondsDelay), "The value needs to be either -1 (signifying an infinite timeout), 0 or a positive integer.");
        return DelayFor(millisecondsDelay, cancellationToken);
    }

    private static Task DelayFor(long milliseconds, CancellationToken token)
    {
        if (token.IsCancellationRequested) return FromCanceled(token);
        if (milliseconds == 0) return CompletedTask;
        DelayTask task = new(token);
        task.Begin(milliseconds);
        return task;
    }

    /// <summary>Ends at a moment of the clock, or is cancelled before.</summary>
    private sealed class DelayTask(CancellationToken token) : Task
    {
        private TimerEntry? _timer;
        private CancellationTokenRegistration _registration;

        internal void Begin(long milliseconds)
        {
            if (milliseconds > 0)
            {
                _timer = new TimerEntry(static state => ((DelayTask)state!).End(), this);
                TimerHeap.Set(_timer, TimerHeap.Deadline(milliseconds));
            }
            if (token.CanBeCanceled) _registration = token.UnsafeRegister(static state => ((DelayTask)state!).Cancel(), this);
        }

        private void End()
        {
            _registration.Unregister();
            TryComplete();
        }

        private void Cancel()
        {
            if (_timer is not null) TimerHeap.Cancel(_timer);
            TryCancel(token);
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(Infinite, cancellationToken);

    private Task WaitAsync(long milliseconds, CancellationToken token)
    {
        if (IsCompleted || (!token.CanBeCanceled && milliseconds < 0)) return this;
        if (token.IsCancellationRequested) return FromCanceled(token);
        if (milliseconds == 0) return FromException(new TimeoutException());
        return new LimitedWait<VoidTaskResult>(this, milliseconds, token);
    }
}

public partial class Task<TResult>
{
    public new Task<TResult> WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.Infinite, cancellationToken);

    private Task<TResult> WaitAsync(long milliseconds, CancellationToken token)
    {
        if (IsCompleted || (!token.CanBeCanceled && milliseconds < 0)) return this;
        if (token.IsCancellationRequested) return FromCanceled<TResult>(token);
        if (milliseconds == 0) return FromException<TResult>(new TimeoutException());
        return new LimitedWait<TResult>(this, milliseconds, token);
    }
}

/// <summary>WaitAsync: ends as another task does, unless a moment or a cancellation comes before.</summary>
internal sealed class LimitedWait<TResult> : Task<TResult>
{
    private readonly Task _awaited;
    private readonly CancellationToken _token;
    private readonly TimerEntry? _timer;
    private readonly CompletionCallback _continuation;
    private readonly CancellationTokenRegistration _registration;

    internal LimitedWait(Task awaited, long milliseconds, CancellationToken token)
    {
        _awaited = awaited;
        _token = token;
        _continuation = new CompletionCallback(static (_, state) => ((LimitedWait<TResult>)state!).EndLikeAwaited(), this);
        if (milliseconds > 0)
        {
            _timer = new TimerEntry(static state => ((LimitedWait<TResult>)state!).TimeOut(), this);
            TimerHeap.Set(_timer, TimerHeap.Deadline(milliseconds));
        }
        if (token.CanBeCanceled) _registration = token.UnsafeRegister(static state => ((LimitedWait<TResult>)state!).Cancel(), this);
        awaited.TryAdd(_continuation);
    }

    private void CleanUp()
    {
        _awaited.Remove(_continuation);
        if (_timer is not null) TimerHeap.Cancel(_timer);
        _registration.Unregister();
    }

    private void EndLikeAwaited()
    {
        CleanUp();
        if (_awaited is Task<TResult> typed) _result = typed._result;
        TryEndLike(_awaited);
    }

    private void TimeOut()
    {
        CleanUp();
        TryFail(new TimeoutException());
    }

    private void Cancel()
    {
        CleanUp();
        TryCancel(_token);
    }
}
