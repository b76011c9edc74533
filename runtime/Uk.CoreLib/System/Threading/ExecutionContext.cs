using System.Runtime.CompilerServices;
using Internal.Threading;

namespace System.Threading;

/// <summary>
/// The values of AsyncLocal that belong to a flow of work. An image that uses none never makes one.
/// </summary>
public sealed class ExecutionContext : IDisposable
{
    /// <summary>Per core. Given to those who ask while nothing was set.</summary>
    private static ExecutionContext? s_default;

    private readonly IAsyncLocal[] _keys;
    private readonly object?[] _values;

    private ExecutionContext(IAsyncLocal[] keys, object?[] values)
    {
        _keys = keys;
        _values = values;
    }

    /// <summary>Null only while the flow is suppressed.</summary>
    public static ExecutionContext? Capture()
    {
        ExecutionContext? current = Flow.Current.Execution;
        if (current is null) return s_default ??= new ExecutionContext([], []);
        return current.IsSuppressed ? null : current;
    }

    /// <summary>What work that is started now is to begin with: null for the empty one.</summary>
    internal static ExecutionContext? ForNewWork
    {
        get
        {
            ExecutionContext? current = Flow.Current.Execution;
            return current is not null && current.IsSuppressed ? null : current;
        }
    }

    public static void Run(ExecutionContext executionContext, ContextCallback callback, object? state)
    {
        if (executionContext is null) ThrowHelper.InvalidOperation("Cannot call Set on a null context");
        ExecutionContext? before = Flow.Current.Execution;
        SynchronizationContext? synchronization = Flow.Current.Synchronization;
        Switch(executionContext);
        try
        {
            callback(state);
        }
        finally
        {
            Flow.Restore(before, synchronization);
        }
    }

    public static void Restore(ExecutionContext executionContext)
    {
        if (executionContext is null) ThrowHelper.InvalidOperation("Cannot call Set on a null context");
        Switch(executionContext);
    }

    public ExecutionContext CreateCopy() => this;
    public void Dispose() { }

    private bool IsSuppressed { get; init; }

    public static bool IsFlowSuppressed() => Flow.Current.Execution is { IsSuppressed: true };

    public static AsyncFlowControl SuppressFlow()
    {
        if (IsFlowSuppressed()) ThrowHelper.InvalidOperation("Context flow is already suppressed.");
        SetSuppressed(true);
        return new AsyncFlowControl(true);
    }

    public static void RestoreFlow()
    {
        if (!IsFlowSuppressed()) ThrowHelper.InvalidOperation("Cannot restore context flow when it is not suppressed.");
        SetSuppressed(false);
    }

    private static void SetSuppressed(bool value)
    {
        ExecutionContext? current = Flow.Current.Execution;
        Flow.Current.Execution = new ExecutionContext(current?._keys ?? [], current?._values ?? []) { IsSuppressed = value };
    }

    internal static object? Get(IAsyncLocal key)
    {
        ExecutionContext? current = Flow.Current.Execution;
        return current?.Find(key);
    }

    private object? Find(IAsyncLocal key)
    {
        int index = IndexOf(key);
        return index < 0 ? null : _values[index];
    }

    private int IndexOf(IAsyncLocal key)
    {
        for (int i = 0; i < _keys.Length; i++)
            if (ReferenceEquals(_keys[i], key)) return i;
        return -1;
    }

    /// <summary>Contexts never change: this makes the next one.</summary>
    internal static void Set(IAsyncLocal key, object? value, bool notify)
    {
        ExecutionContext? current = Flow.Current.Execution;
        IAsyncLocal[] keys = current?._keys ?? [];
        object?[] values = current?._values ?? [];
        int index = current is null ? -1 : current.IndexOf(key);
        object? previous = index < 0 ? null : values[index];
        int count = index < 0 ? keys.Length + 1 : keys.Length;
        IAsyncLocal[] newKeys = new IAsyncLocal[count];
        object?[] newValues = new object?[count];
        for (int i = 0; i < keys.Length; i++) (newKeys[i], newValues[i]) = (keys[i], values[i]);
        newKeys[index < 0 ? count - 1 : index] = key;
        newValues[index < 0 ? count - 1 : index] = value;
        Flow.Current.Execution = new ExecutionContext(newKeys, newValues) { IsSuppressed = IsFlowSuppressed() };
        if (notify) key.OnChanged(previous, value, contextChanged: false);
    }

    /// <summary>Makes another context the current one, and tells those whose value is another there.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Switch(ExecutionContext? next)
    {
        ExecutionContext? previous = Flow.Current.Execution;
        if (ReferenceEquals(next, s_default)) next = null;
        if (ReferenceEquals(previous, next)) return;
        Flow.Current.Execution = next;
        previous?.TellThoseWhoDiffer(previous, next, onlyMissing: false);
        next?.TellThoseWhoDiffer(previous, next, onlyMissing: true);
    }

    private void TellThoseWhoDiffer(ExecutionContext? previous, ExecutionContext? next, bool onlyMissing)
    {
        foreach (IAsyncLocal key in _keys)
        {
            if (onlyMissing && previous is not null && previous.IndexOf(key) >= 0) continue;
            object? before = previous?.Find(key), after = next?.Find(key);
            if (!ReferenceEquals(before, after)) key.OnChanged(before, after, contextChanged: true);
        }
    }
}

/// <summary>Ends a suppression of the flow.</summary>
public struct AsyncFlowControl : IDisposable, IEquatable<AsyncFlowControl>
{
    private bool _isActive;

    internal AsyncFlowControl(bool isActive) => _isActive = isActive;

    public void Undo()
    {
        if (!_isActive) ThrowHelper.InvalidOperation("AsyncFlowControl object can be used only once to call Undo().");
        _isActive = false;
        ExecutionContext.RestoreFlow();
    }

    public void Dispose() => Undo();

    public bool Equals(AsyncFlowControl obj) => _isActive == obj._isActive;
    public override bool Equals([Diagnostics.CodeAnalysis.NotNullWhen(true)] object? obj) => obj is AsyncFlowControl other && Equals(other);
    public override int GetHashCode() => _isActive ? 1 : 0;
    public static bool operator ==(AsyncFlowControl a, AsyncFlowControl b) => a.Equals(b);
    public static bool operator !=(AsyncFlowControl a, AsyncFlowControl b) => !a.Equals(b);
}
