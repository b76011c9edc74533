// The concurrent collection that .NET keeps in its core library.

using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Concurrent;

public interface IProducerConsumerCollection<T> : IEnumerable<T>, ICollection
{
    void CopyTo(T[] array, int index);
    T[] ToArray();
    bool TryAdd(T item);
    bool TryTake([MaybeNullWhen(false)] out T item);
}

/// <summary>What runs on one core switches only where it waits, so that each operation is whole; between cores a gate makes it so.</summary>
public class ConcurrentQueue<T> : IProducerConsumerCollection<T>, IReadOnlyCollection<T>
{
    private readonly Queue<T> _queue;
    private Internal.Runtime.SpinGate _gate;

    public ConcurrentQueue() => _queue = new Queue<T>();

    public ConcurrentQueue(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        _queue = new Queue<T>(collection);
    }

    public int Count => _queue.Count;
    public bool IsEmpty => _queue.Count == 0;

    public void Enqueue(T item)
    {
        _gate.Enter();
        _queue.Enqueue(item);
        _gate.Exit();
    }

    public bool TryDequeue([MaybeNullWhen(false)] out T result)
    {
        _gate.Enter();
        bool any = _queue.TryDequeue(out result);
        _gate.Exit();
        return any;
    }

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        _gate.Enter();
        bool any = _queue.TryPeek(out result);
        _gate.Exit();
        return any;
    }

    public void Clear()
    {
        _gate.Enter();
        _queue.Clear();
        _gate.Exit();
    }

    public T[] ToArray()
    {
        _gate.Enter();
        T[] items = _queue.ToArray();
        _gate.Exit();
        return items;
    }

    public void CopyTo(T[] array, int index) =>
        (Internal.Runtime.RuntimeFeatures.SeveralLcores ? new Queue<T>(ToArray()) : _queue).CopyTo(array, index);

    /// <summary>Goes over what the queue holds now, whatever happens to it later.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => throw new NotSupportedException("The SyncRoot property may not be used for the synchronization of concurrent collections.");
    void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(new List<T>(ToArray()), array, index);

    bool IProducerConsumerCollection<T>.TryAdd(T item)
    {
        Enqueue(item);
        return true;
    }

    bool IProducerConsumerCollection<T>.TryTake([MaybeNullWhen(false)] out T item) => TryDequeue(out item);
}
