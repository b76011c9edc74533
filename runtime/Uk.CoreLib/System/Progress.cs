using System.Threading;

namespace System;

public interface IProgress<in T>
{
    void Report(T value);
}

/// <summary>Reports in the context in which it was made, or from the loop.</summary>
public class Progress<T> : IProgress<T>
{
    private readonly SynchronizationContext _context = SynchronizationContext.Current ?? new SynchronizationContext();
    private readonly Action<T>? _handler;

    public Progress() { }

    public Progress(Action<T> handler)
    {
        ArgumentNullException.ThrowIfNull(handler, nameof(handler));
        _handler = handler;
    }

    public event EventHandler<T>? ProgressChanged;

    protected virtual void OnReport(T value)
    {
        if (_handler is null && ProgressChanged is null) return;
        _context.Post(_ =>
        {
            _handler?.Invoke(value);
            ProgressChanged?.Invoke(this, value);
        }, null);
    }

    void IProgress<T>.Report(T value) => OnReport(value);
}
