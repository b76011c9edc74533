using System.Threading.Tasks;
using Internal.Threading;

namespace System.Threading;

public delegate void TimerCallback(object? state);

public interface ITimer : IDisposable, IAsyncDisposable
{
    bool Change(TimeSpan dueTime, TimeSpan period);
}

/// <summary>Calls back from the loop. A call that is late does not make the next ones late.</summary>
public sealed class Timer : MarshalByRefObject, ITimer
{
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly TimerEntry _entry;
    private readonly ExecutionContext? _context;
    private long _periodNs;
    private bool _isDisposed;

    public Timer(TimerCallback callback) : this(callback, null, Timeout.Infinite, Timeout.Infinite)
    {
        // .NET: the timer is its own state.
        _state = this;
    }

    public Timer(TimerCallback callback, object? state, int dueTime, int period)
        : this(callback, state) => Set(Checked(dueTime, nameof(dueTime)), Checked(period, nameof(period)));

    public Timer(TimerCallback callback, object? state, long dueTime, long period)
        : this(callback, state) => Set(Checked(dueTime, nameof(dueTime)), Checked(period, nameof(period)));

    public Timer(TimerCallback callback, object? state, uint dueTime, uint period)
        : this(callback, state) => Set(Checked(dueTime), Checked(period));

    public Timer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        : this(callback, state) => Set(Milliseconds.OfTimer(dueTime, nameof(dueTime)), Milliseconds.OfTimer(period, nameof(period)));

    private Timer(TimerCallback callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback, nameof(callback));
        _callback = callback;
        _state = state;
        _context = ExecutionContext.ForNewWork;
        _entry = new TimerEntry(static timer => ((Timer)timer!).Fire(), this);
    }

    private static long Checked(long milliseconds, string parameter)
    {
        if (milliseconds is < -1 or > Milliseconds.Longest) ThrowHelper.ArgumentOutOfRange(parameter);
        return milliseconds;
    }

    private static long Checked(uint milliseconds) => milliseconds == uint.MaxValue ? Timeout.Infinite : milliseconds;

    public bool Change(int dueTime, int period) => Set(Checked(dueTime, nameof(dueTime)), Checked(period, nameof(period)));
    public bool Change(long dueTime, long period) => Set(Checked(dueTime, nameof(dueTime)), Checked(period, nameof(period)));
    public bool Change(uint dueTime, uint period) => Set(Checked(dueTime), Checked(period));
    public bool Change(TimeSpan dueTime, TimeSpan period) =>
        Set(Milliseconds.OfTimer(dueTime, nameof(dueTime)), Milliseconds.OfTimer(period, nameof(period)));

    private bool Set(long dueTime, long period)
    {
        if (_isDisposed) return false;
        _periodNs = period <= 0 ? 0 : period * Internal.Runtime.Clock.NanosecondsPerMillisecond;
        if (dueTime < 0) TimerHeap.Cancel(_entry);
        else TimerHeap.Set(_entry, TimerHeap.Deadline(dueTime));
        return true;
    }

    private void Fire()
    {
        if (_periodNs != 0) TimerHeap.Set(_entry, NextDue());
        if (_context is not null) ExecutionContext.Switch(_context);
        _callback(_state);
    }

    /// <summary>Periods that have passed altogether are left out.</summary>
    private long NextDue()
    {
        long next = _entry.Due + _periodNs, now = Internal.Runtime.Clock.Nanoseconds;
        return next > now ? next : now + _periodNs - (now - next) % _periodNs;
    }

    public void Dispose()
    {
        _isDisposed = true;
        TimerHeap.Cancel(_entry);
    }

    public bool Dispose(WaitHandle notifyObject)
    {
        ArgumentNullException.ThrowIfNull(notifyObject, nameof(notifyObject));
        if (_isDisposed) return false;
        Dispose();
        if (notifyObject is EventWaitHandle handle) handle.Set();
        return true;
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}

/// <summary>A timer that is awaited: one tick that nobody waits for is kept.</summary>
public sealed class PeriodicTimer : IDisposable
{
    private readonly ITimer _timer;
    private bool _isSignaled;
    private bool _isDisposed;
    private TaskCompletionSource<bool>? _waiter;

    public PeriodicTimer(TimeSpan period) : this(period, TimeProvider.System) { }

    public PeriodicTimer(TimeSpan period, TimeProvider timeProvider)
    {
        CheckPeriod(period, nameof(period));
        ArgumentNullException.ThrowIfNull(timeProvider, nameof(timeProvider));
        _timer = timeProvider.CreateTimer(static state => ((PeriodicTimer)state!).Tick(), this, period, period);
        Period = period;
    }

    public TimeSpan Period
    {
        get;
        set
        {
            CheckPeriod(value, nameof(value));
            if (_isDisposed) throw new ObjectDisposedException("System.Threading.PeriodicTimer");
            if (field.Ticks != 0) _timer.Change(value, value);
            field = value;
        }
    }

    private static void CheckPeriod(TimeSpan period, string parameter)
    {
        long milliseconds = period.Ticks / TimeSpan.TicksPerMillisecond;
        if (period != Timeout.InfiniteTimeSpan && milliseconds is < 1 or > Milliseconds.Longest) ThrowHelper.ArgumentOutOfRange(parameter);
    }

    /// <summary>True at the next tick, false when the timer is disposed of. One waiter at a time.</summary>
    public ValueTask<bool> WaitForNextTickAsync(CancellationToken cancellationToken = default)
    {
        if (_waiter is not null) throw new InvalidOperationException();
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<bool>(cancellationToken);
        if (_isDisposed) return new ValueTask<bool>(false);
        if (_isSignaled)
        {
            _isSignaled = false;
            return new ValueTask<bool>(true);
        }
        return WaitAsync(cancellationToken);
    }

    private async ValueTask<bool> WaitAsync(CancellationToken token)
    {
        _waiter = new TaskCompletionSource<bool>();
        using (token.UnsafeRegister(static (state, cancelled) => ((PeriodicTimer)state!)._waiter?.TrySetCanceled(cancelled), this))
        {
            try
            {
                return await _waiter.Task.ConfigureAwait(false);
            }
            finally
            {
                _waiter = null;
            }
        }
    }

    private void Tick()
    {
        if (_waiter is null) _isSignaled = true;
        else _waiter.TrySetResult(true);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _timer.Dispose();
        _waiter?.TrySetResult(false);
    }
}
