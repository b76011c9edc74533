using System.Collections.Generic;
using System.Collections.ObjectModel;

namespace System;

/// <summary>Several exceptions as one: what Wait and Result throw, whatever the number.</summary>
public class AggregateException : Exception
{
    private const string Default = "One or more errors occurred.";

    private readonly Exception[] _innerExceptions;
    private ReadOnlyCollection<Exception>? _view;

    public AggregateException() : this(Default) { }
    public AggregateException(string? message) : base(message ?? Default) => _innerExceptions = [];
    public AggregateException(string? message, Exception innerException) : base(message ?? Default, innerException)
    {
        ArgumentNullException.ThrowIfNull(innerException, nameof(innerException));
        _innerExceptions = [innerException];
    }

    public AggregateException(IEnumerable<Exception> innerExceptions) : this(Default, innerExceptions) { }
    public AggregateException(params Exception[] innerExceptions) : this(Default, innerExceptions) { }
    public AggregateException(string? message, IEnumerable<Exception> innerExceptions) : this(message, ToArray(innerExceptions), false) { }
    public AggregateException(string? message, params Exception[] innerExceptions) : this(message, innerExceptions, true) { }

    private AggregateException(string? message, Exception[] innerExceptions, bool copy)
        : base(message ?? Default, innerExceptions is null || innerExceptions.Length == 0 ? null : innerExceptions[0])
    {
        ArgumentNullException.ThrowIfNull(innerExceptions, nameof(innerExceptions));
        _innerExceptions = innerExceptions;
        if (!copy) return;
        _innerExceptions = new Exception[innerExceptions.Length];
        for (int i = 0; i < innerExceptions.Length; i++) _innerExceptions[i] = innerExceptions[i];
        ThrowIfAnyIsNull(innerExceptions);
    }

    private static void ThrowIfAnyIsNull(Exception[] exceptions)
    {
        foreach (Exception exception in exceptions)
            if (exception is null) ThrowHelper.Argument("An element of innerExceptions was null.");
    }

    /// <summary>Of exceptions that nobody else has, and that are there: the core library's own.</summary>
    internal static AggregateException Of(Exception[] exceptions) => new(Default, exceptions, false);

    /// <summary>For the few places where several may fail: no list is worth having there.</summary>
    internal static Exception[] Append(Exception[]? exceptions, Exception exception)
    {
        int count = exceptions is null ? 0 : exceptions.Length;
        Exception[] all = new Exception[count + 1];
        for (int i = 0; i < count; i++) all[i] = exceptions![i];
        all[count] = exception;
        return all;
    }

    private static Exception[] ToArray(IEnumerable<Exception> innerExceptions)
    {
        ArgumentNullException.ThrowIfNull(innerExceptions, nameof(innerExceptions));
        Exception[] all = new List<Exception>(innerExceptions).ToArray();
        ThrowIfAnyIsNull(all);
        return all;
    }

    public ReadOnlyCollection<Exception> InnerExceptions => _view ??= new ReadOnlyCollection<Exception>(_innerExceptions);

    /// <summary>With the messages of the inner exceptions in parentheses.</summary>
    public override string Message
    {
        get
        {
            string message = base.Message;
            foreach (Exception exception in _innerExceptions) message = string.Concat(message, " (", exception.Message, ")");
            return message;
        }
    }

    /// <summary>With the text of every inner exception.</summary>
    public override string ToString()
    {
        string text = base.ToString();
        for (int i = 0; i < _innerExceptions.Length; i++)
        {
            if (_innerExceptions[i] == InnerException) continue;
            text = string.Concat(text, "\n ---> (Inner Exception #", i.ToString(), ") ");
            text = string.Concat(text, _innerExceptions[i].ToString(), "<---\n");
        }
        return text;
    }

    public override Exception GetBaseException()
    {
        Exception current = this;
        while (current is AggregateException { _innerExceptions: [Exception only] }) current = only;
        return current;
    }

    /// <summary>Throws a new one with those that the predicate did not handle, if there are any.</summary>
    public void Handle(Func<Exception, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate, nameof(predicate));
        Exception[]? unhandled = null;
        foreach (Exception exception in _innerExceptions)
            if (!predicate(exception)) unhandled = Append(unhandled, exception);
        if (unhandled is not null) throw new AggregateException(Message, unhandled, false);
    }

    /// <summary>The exceptions inside of inner aggregates, in their place.</summary>
    public AggregateException Flatten()
    {
        // As on .NET: level by level, the aggregates' own contents behind what is not one.
        List<Exception> flat = [];
        Queue<AggregateException> left = new();
        left.Enqueue(this);
        while (left.Count != 0)
        {
            foreach (Exception exception in left.Dequeue()._innerExceptions)
            {
                if (exception is AggregateException inner) left.Enqueue(inner);
                else flat.Add(exception);
            }
        }
        return new AggregateException(base.Message, flat.ToArray(), false);
    }
}
