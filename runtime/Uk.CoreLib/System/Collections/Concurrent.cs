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

/// <summary>One core runs managed code, and switches only where code waits: each operation is whole.</summary>
public class ConcurrentQueue<T> : IProducerConsumerCollection<T>, IReadOnlyCollection<T>
{
    private readonly Queue<T> _queue;

    public ConcurrentQueue() => _queue = new Queue<T>();

    public ConcurrentQueue(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection, nameof(collection));
        _queue = new Queue<T>(collection);
    }

    public int Count => _queue.Count;
    public bool IsEmpty => _queue.Count == 0;

    public void Enqueue(T item) => _queue.Enqueue(item);
    public bool TryDequeue([MaybeNullWhen(false)] out T result) => _queue.TryDequeue(out result);
    public bool TryPeek([MaybeNullWhen(false)] out T result) => _queue.TryPeek(out result);
    public void Clear() => _queue.Clear();
    public T[] ToArray() => _queue.ToArray();
    public void CopyTo(T[] array, int index) => _queue.CopyTo(array, index);

    /// <summary>Goes over what the queue holds now, whatever happens to it later.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_queue.ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    bool ICollection.IsSynchronized => false;
    object ICollection.SyncRoot => throw new NotSupportedException("The SyncRoot property may not be used for the synchronization of concurrent collections.");
    void ICollection.CopyTo(Array array, int index) => ListObjects.CopyTo(new List<T>(_queue), array, index);

    bool IProducerConsumerCollection<T>.TryAdd(T item)
    {
        _queue.Enqueue(item);
        return true;
    }

    bool IProducerConsumerCollection<T>.TryTake([MaybeNullWhen(false)] out T item) => _queue.TryDequeue(out item);
}
