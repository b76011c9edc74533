// Who owns memory, and how it is pinned.

using System.Runtime.InteropServices;

namespace System.Buffers;

public interface IMemoryOwner<T> : IDisposable
{
    Memory<T> Memory { get; }
}

public interface IPinnable
{
    MemoryHandle Pin(int elementIndex);
    void Unpin();
}

public unsafe struct MemoryHandle : IDisposable
{
    private void* _pointer;
    /// <summary>Kept alive by being here; where it is an IPinnable, it is told of the end.</summary>
    private object? _owner;
    private GCHandle _handle;

    public MemoryHandle(void* pointer, GCHandle handle = default, IPinnable? pinnable = null)
    {
        _pointer = pointer;
        _handle = handle;
        _owner = pinnable;
    }

    internal MemoryHandle(void* pointer, object owner)
    {
        _pointer = pointer;
        _owner = owner;
    }

    public readonly void* Pointer => _pointer;

    public void Dispose()
    {
        if (_handle.IsAllocated) _handle.Free();
        IPinnable? pinned = _owner as IPinnable;
        _owner = null;
        _pointer = null;
        pinned?.Unpin();
    }
}

public abstract class MemoryManager<T> : IMemoryOwner<T>, IPinnable
{
    public virtual Memory<T> Memory => new(this, 0, GetSpan().Length);

    public abstract Span<T> GetSpan();
    public abstract MemoryHandle Pin(int elementIndex = 0);
    public abstract void Unpin();

    protected Memory<T> CreateMemory(int length) => CreateMemory(0, length);

    protected Memory<T> CreateMemory(int start, int length)
    {
        if (start < 0) ThrowHelper.ArgumentOutOfRange(nameof(start));
        if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
        return new Memory<T>(this, start, length);
    }

    protected internal virtual bool TryGetArray(out ArraySegment<T> segment)
    {
        segment = default;
        return false;
    }

    void IDisposable.Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
