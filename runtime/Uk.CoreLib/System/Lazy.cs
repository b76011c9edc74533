using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace System;

/// <summary>
/// A value that is made when it is first asked for. A factory that waits may be asked again meanwhile by other tasks; what
/// they get then is what .NET's modes say of other threads.
/// </summary>
public class Lazy<T>
{
    private readonly LazyThreadSafetyMode _mode;
    private Func<T>? _factory;
    private readonly bool _hasFactory;
    private bool _isRunning;
    private bool _isCreated;
    private Exception? _failure;
    private T? _value;

    public Lazy() : this(null, LazyThreadSafetyMode.ExecutionAndPublication, false) { }
    public Lazy(bool isThreadSafe) : this(null, ModeOf(isThreadSafe), false) { }
    public Lazy(LazyThreadSafetyMode mode) : this(null, mode, false) { }
    public Lazy(Func<T> valueFactory) : this(valueFactory, LazyThreadSafetyMode.ExecutionAndPublication, true) { }
    public Lazy(Func<T> valueFactory, bool isThreadSafe) : this(valueFactory, ModeOf(isThreadSafe), true) { }
    public Lazy(Func<T> valueFactory, LazyThreadSafetyMode mode) : this(valueFactory, mode, true) { }

    public Lazy(T value)
    {
        _value = value;
        _isCreated = true;
    }

    private Lazy(Func<T>? factory, LazyThreadSafetyMode mode, bool hasFactory)
    {
        if (hasFactory && factory is null) throw new ArgumentNullException("valueFactory");
        if (mode is < LazyThreadSafetyMode.None or > LazyThreadSafetyMode.ExecutionAndPublication)
            throw new ArgumentOutOfRangeException(nameof(mode), "The mode argument specifies an invalid value.");
        _factory = factory;
        _hasFactory = hasFactory;
        _mode = mode;
    }

    private static LazyThreadSafetyMode ModeOf(bool isThreadSafe) =>
        isThreadSafe ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None;

    public bool IsValueCreated => _isCreated;
    public T Value => _isCreated ? _value! : Create();

    private T Create()
    {
        if (_failure is not null) throw _failure.Again();
        if (_mode == LazyThreadSafetyMode.PublicationOnly) return CreateForWhoeverIsFirst();
        if (_isRunning) ThrowHelper.InvalidOperation("ValueFactory attempted to access the Value property of this instance.");
        _isRunning = true;
        try
        {
            _value = Make();
            _isCreated = true;
            _factory = null;
        }
        catch (Exception exception) when (_hasFactory)
        {
            _failure = exception;
            _factory = null;
            throw;
        }
        finally
        {
            _isRunning = false;
        }
        return _value;
    }

    /// <summary>Everybody may make one; the first that is ready stays, and a failure is forgotten.</summary>
    private T CreateForWhoeverIsFirst()
    {
        T made = Make();
        if (!_isCreated)
        {
            _value = made;
            _isCreated = true;
            _factory = null;
        }
        return _value!;
    }

    private T Make() => _hasFactory ? _factory!() : Activator.CreateInstance<T>();

    public override string? ToString() => _isCreated ? Value!.ToString() : "Value is not created.";
}
