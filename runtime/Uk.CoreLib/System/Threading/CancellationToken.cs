using System.Diagnostics.CodeAnalysis;

namespace System.Threading;

public readonly struct CancellationToken : IEquatable<CancellationToken>
{
    private readonly CancellationTokenSource? _source;

    public CancellationToken(bool canceled) => _source = canceled ? CancellationTokenSource.Canceled : null;
    internal CancellationToken(CancellationTokenSource? source) => _source = source;

    internal CancellationTokenSource? Source => _source;

    public static CancellationToken None => default;

    public bool IsCancellationRequested => _source is not null && _source.IsCancellationRequested;
    public bool CanBeCanceled => _source is not null;
    public WaitHandle WaitHandle => (_source ?? new CancellationTokenSource()).NewWaitHandle();

    public void ThrowIfCancellationRequested()
    {
        if (IsCancellationRequested) throw new OperationCanceledException("The operation was canceled.", this);
    }

    public CancellationTokenRegistration Register(Action callback) => Register(callback, false);

    public CancellationTokenRegistration Register(Action callback, bool useSynchronizationContext)
    {
        ArgumentNullException.ThrowIfNull(callback, nameof(callback));
        return Register(static action => ((Action)action!)(), callback, useSynchronizationContext);
    }

    public CancellationTokenRegistration Register(Action<object?> callback, object? state) => Register(callback, state, false);

    public CancellationTokenRegistration Register(Action<object?> callback, object? state, bool useSynchronizationContext) =>
        Add(callback, state, useSynchronizationContext ? SynchronizationContext.Current : null, ExecutionContext.ForNewWork);

    public CancellationTokenRegistration Register(Action<object?, CancellationToken> callback, object? state) =>
        Register(WithToken(callback), state, false);

    public CancellationTokenRegistration UnsafeRegister(Action<object?> callback, object? state) => Add(callback, state, null, null);

    public CancellationTokenRegistration UnsafeRegister(Action<object?, CancellationToken> callback, object? state) =>
        Add(WithToken(callback), state, null, null);

    private Action<object?> WithToken(Action<object?, CancellationToken> callback)
    {
        ArgumentNullException.ThrowIfNull(callback, nameof(callback));
        CancellationToken token = this;
        return state => callback(state, token);
    }

    private CancellationTokenRegistration Add(
        Action<object?> callback, object? state, SynchronizationContext? synchronization, ExecutionContext? execution)
    {
        ArgumentNullException.ThrowIfNull(callback, nameof(callback));
        return _source is null ? default : _source.Register(callback, state, synchronization, execution);
    }

    public bool Equals(CancellationToken other) => ReferenceEquals(_source, other._source);
    public override bool Equals([NotNullWhen(true)] object? other) => other is CancellationToken token && Equals(token);
    public override int GetHashCode() => Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_source);
    public static bool operator ==(CancellationToken left, CancellationToken right) => left.Equals(right);
    public static bool operator !=(CancellationToken left, CancellationToken right) => !left.Equals(right);
}

public readonly struct CancellationTokenRegistration : IEquatable<CancellationTokenRegistration>, IDisposable, IAsyncDisposable
{
    private readonly CancellationTokenSource.Registration? _registration;

    internal CancellationTokenRegistration(CancellationTokenSource.Registration registration) => _registration = registration;

    public CancellationToken Token => _registration is null ? default : new CancellationToken(_registration.Source);

    public bool Unregister() => _registration is not null && _registration.Source.Unregister(_registration);
    public void Dispose() => Unregister();

    public Tasks.ValueTask DisposeAsync()
    {
        Unregister();
        return default;
    }

    public bool Equals(CancellationTokenRegistration other) => ReferenceEquals(_registration, other._registration);
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CancellationTokenRegistration other && Equals(other);
    public override int GetHashCode() => Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_registration);
    public static bool operator ==(CancellationTokenRegistration left, CancellationTokenRegistration right) => left.Equals(right);
    public static bool operator !=(CancellationTokenRegistration left, CancellationTokenRegistration right) => !left.Equals(right);
}
