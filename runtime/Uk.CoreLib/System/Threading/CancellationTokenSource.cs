using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Internal.Threading;

namespace System.Threading;

public class CancellationTokenSource : IDisposable
{
    /// <summary>A callback, in the list of its source.</summary>
    internal sealed class Registration(
        CancellationTokenSource source, Action<object?> callback, object? state, SynchronizationContext? synchronization, ExecutionContext? execution)
    {
        internal readonly CancellationTokenSource Source = source;
        internal Registration? Next, Previous;
        internal bool IsListed;

        internal void Invoke()
        {
            if (synchronization is null) InvokeHere();
            else synchronization.Send(static self => ((Registration)self!).InvokeHere(), this);
        }

        private void InvokeHere()
        {
            if (execution is null) callback(state);
            else ExecutionContext.Run(execution, Unsafe.As<ContextCallback>(callback), state);
        }
    }

    private Registration? _newest;
    private TimerEntry? _timer;
    private bool _isDisposed;
    private bool _isCancelling;

    public CancellationTokenSource() { }

    public CancellationTokenSource(int millisecondsDelay)
    {
        if (millisecondsDelay < Timeout.Infinite) ThrowHelper.ArgumentOutOfRange(nameof(millisecondsDelay));
        CancelAfterOrNow(millisecondsDelay);
    }

    private void CancelAfterOrNow(long milliseconds)
    {
        if (milliseconds == 0) IsCancellationRequested = true;
        else SetTimer(milliseconds);
    }

    /// <summary>What tokens that were born cancelled have.</summary>
    internal static CancellationTokenSource Canceled => field ??= new CancellationTokenSource { IsCancellationRequested = true };

    public bool IsCancellationRequested { get; private set; }

    internal CancellationToken TokenOfAny => new(this);

    public CancellationToken Token
    {
        get
        {
            ThrowIfDisposed();
            return new CancellationToken(this);
        }
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException(null, "The CancellationTokenSource has been disposed.");
    }

    public void Cancel() => Cancel(false);

    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        NotifyCancellation(throwOnFirstException);
    }

    public Task CancelAsync()
    {
        ThrowIfDisposed();
        if (IsCancellationRequested) return Task.CompletedTask;
        IsCancellationRequested = true;
        return Task.Run(() => RunCallbacks(false));
    }

    private void NotifyCancellation(bool throwOnFirstException)
    {
        if (IsCancellationRequested) return;
        IsCancellationRequested = true;
        RunCallbacks(throwOnFirstException);
    }

    /// <summary>The newest first.</summary>
    private void RunCallbacks(bool throwOnFirstException)
    {
        if (_isCancelling) return;
        _isCancelling = true;
        if (_timer is not null) TimerHeap.Cancel(_timer);
        List<Exception>? failures = null;
        while (_newest is Registration registration)
        {
            Unregister(registration);
            try
            {
                registration.Invoke();
            }
            catch (Exception exception) when (!throwOnFirstException)
            {
                (failures ??= []).Add(exception);
            }
        }
        if (failures is not null) throw new AggregateException(failures);
    }

    internal CancellationTokenRegistration Register(
        Action<object?> callback, object? state, SynchronizationContext? synchronization, ExecutionContext? execution)
    {
        if (_isDisposed && !IsCancellationRequested) return default;
        Registration registration = new(this, callback, state, synchronization, execution);
        if (IsCancellationRequested)
        {
            registration.Invoke();
            return default;
        }
        registration.IsListed = true;
        registration.Next = _newest;
        if (_newest is not null) _newest.Previous = registration;
        _newest = registration;
        return new CancellationTokenRegistration(registration);
    }

    internal bool Unregister(Registration registration)
    {
        if (!registration.IsListed) return false;
        registration.IsListed = false;
        if (registration.Next is not null) registration.Next.Previous = registration.Previous;
        if (registration.Previous is null) _newest = registration.Next;
        else registration.Previous.Next = registration.Next;
        return true;
    }

    public void CancelAfter(int millisecondsDelay)
    {
        if (millisecondsDelay < Timeout.Infinite) ThrowHelper.ArgumentOutOfRange(nameof(millisecondsDelay));
        ThrowIfDisposed();
        SetTimer(millisecondsDelay);
    }

    private void SetTimer(long milliseconds)
    {
        if (IsCancellationRequested) return;
        if (milliseconds < 0)
        {
            if (_timer is not null) TimerHeap.Cancel(_timer);
            return;
        }
        _timer ??= new TimerEntry(static source => ((CancellationTokenSource)source!).NotifyCancellation(false), this);
        TimerHeap.Set(_timer, TimerHeap.Deadline(milliseconds));
    }

    public bool TryReset()
    {
        ThrowIfDisposed();
        if (IsCancellationRequested) return false;
        _newest = null;
        if (_timer is not null) TimerHeap.Cancel(_timer);
        return true;
    }

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token1, CancellationToken token2) =>
        CreateLinkedTokenSource([token1, token2]);

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token) => CreateLinkedTokenSource([token]);

    public static CancellationTokenSource CreateLinkedTokenSource(params CancellationToken[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens, nameof(tokens));
        if (tokens.Length == 0) throw new ArgumentException("No tokens were supplied.");
        return new LinkedSource(tokens);
    }

    public static CancellationTokenSource CreateLinkedTokenSource(params ReadOnlySpan<CancellationToken> tokens)
    {
        if (tokens.Length == 0) throw new ArgumentException("No tokens were supplied.");
        return new LinkedSource(tokens);
    }

    internal WaitHandle NewWaitHandle()
    {
        ManualResetEvent handle = new(IsCancellationRequested);
        if (!IsCancellationRequested) Register(static state => ((ManualResetEvent)state!).Set(), handle, null, null);
        return handle;
    }

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
        if (_isDisposed) return;
        _isDisposed = true;
        if (_timer is not null) TimerHeap.Cancel(_timer);
        if (!_isCancelling) _newest = null;
    }

    private sealed class LinkedSource : CancellationTokenSource
    {
        private readonly CancellationTokenRegistration[] _links;

        internal LinkedSource(ReadOnlySpan<CancellationToken> tokens)
        {
            _links = new CancellationTokenRegistration[tokens.Length];
            for (int i = 0; i < tokens.Length; i++)
                _links[i] = tokens[i].UnsafeRegister(static source => ((CancellationTokenSource)source!).NotifyCancellation(false), this);
        }

        protected override void Dispose(bool disposing)
        {
            foreach (CancellationTokenRegistration link in _links) link.Unregister();
            base.Dispose(disposing);
        }
    }
}
