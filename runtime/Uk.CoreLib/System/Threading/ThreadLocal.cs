using System.Collections.Generic;
using Internal.Runtime;

namespace System.Threading;

/// <summary>One value for each core that asks.</summary>
public class ThreadLocal<T> : IDisposable
{
    private readonly Func<T>? _valueFactory;
    private readonly bool _trackAllValues;
    private bool _isDisposed;

    private struct Slot
    {
        internal bool IsCreated;
        internal T? Value;
    }

    private Slot _only;

    /// <summary>By lcore, where there are several.</summary>
    private readonly Slot[]? _slots = RuntimeFeatures.SeveralLcores ? new Slot[LcoreState.MaxCount] : null;

    private ref Slot Mine
    {
        get
        {
            if (RuntimeFeatures.SeveralLcores) return ref _slots![LcoreState.Current()];
            return ref _only;
        }
    }

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
            return Mine.IsCreated;
        }
    }

    public T Value
    {
        get
        {
            ThrowIfDisposed();
            ref Slot slot = ref Mine;
            if (slot.IsCreated) return slot.Value!;
            T made = _valueFactory is null ? default! : _valueFactory();
            if (slot.IsCreated) ThrowHelper.InvalidOperation("ValueFactory attempted to access the Value property of this instance.");
            return Value = made;
        }
        set
        {
            ThrowIfDisposed();
            Mine = new Slot { IsCreated = true, Value = value };
        }
    }

    public IList<T> Values
    {
        get
        {
            if (!_trackAllValues) ThrowHelper.InvalidOperation("The ThreadLocal object is not tracking values. To use the Values property, use a ThreadLocal constructor that accepts the trackAllValues parameter and set the parameter to true.");
            ThrowIfDisposed();
            List<T> values = [];
            if (RuntimeFeatures.SeveralLcores)
            {
                foreach (ref Slot slot in _slots.AsSpan())
                    if (slot.IsCreated) values.Add(slot.Value!);
            }
            else if (_only.IsCreated)
            {
                values.Add(_only.Value!);
            }
            return values;
        }
    }

    public override string? ToString() => Value!.ToString();

    public void Dispose() => Dispose(true);
    protected virtual void Dispose(bool disposing) => _isDisposed = true;
}
