using System.Collections.Generic;

namespace System.Threading;

/// <summary>One value for each core that asks.</summary>
public class ThreadLocal<T> : IDisposable
{
    private readonly Func<T>? _valueFactory;
    private readonly bool _trackAllValues;
    private bool _isDisposed;

    /// <summary>Per core, like the value.</summary>
    private bool _isCreated;
    private T? _value;

    public ThreadLocal() { }
    public ThreadLocal(bool trackAllValues) => _trackAllValues = trackAllValues;
    public ThreadLocal(Func<T> valueFactory) : this(valueFactory, false) { }

    public ThreadLocal(Func<T> valueFactory, bool trackAllValues)
    {
        ArgumentNullException.ThrowIfNull(valueFactory, nameof(valueFactory));
        _valueFactory = valueFactory;
        _trackAllValues = trackAllValues;
    }

    private void ThrowIfDisposed()
    {
        if (_isDisposed) throw new ObjectDisposedException(null, "The ThreadLocal object has been disposed.");
    }

    public bool IsValueCreated
    {
        get
        {
            ThrowIfDisposed();
            return _isCreated;
        }
    }

    public T Value
    {
        get
        {
            ThrowIfDisposed();
            if (_isCreated) return _value!;
            T made = _valueFactory is null ? default! : _valueFactory();
            if (_isCreated) ThrowHelper.InvalidOperation("ValueFactory attempted to access the Value property of this instance.");
            return Value = made;
        }
        set
        {
            ThrowIfDisposed();
            _value = value;
            _isCreated = true;
        }
    }

    public IList<T> Values
    {
        get
        {
            if (!_trackAllValues) ThrowHelper.InvalidOperation("The ThreadLocal object is not tracking values. To use the Values property, use a ThreadLocal constructor that accepts the trackAllValues parameter and set the parameter to true.");
            ThrowIfDisposed();
            List<T> values = [];
            if (_isCreated) values.Add(_value!);
            return values;
        }
    }

    public override string? ToString() => Value!.ToString();

    public void Dispose() => Dispose(true);
    protected virtual void Dispose(bool disposing) => _isDisposed = true;
}
