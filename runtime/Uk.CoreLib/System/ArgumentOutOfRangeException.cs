// The exception for arguments that lie outside a range, and the checks that throw it.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace System;

public class ArgumentOutOfRangeException : ArgumentException
{
    private const string Default = "Specified argument was out of the range of valid values.";

    public ArgumentOutOfRangeException() : base(Default) { }
    public ArgumentOutOfRangeException(string? paramName) : base(Default, paramName) { }
    public ArgumentOutOfRangeException(string? paramName, string? message) : base(message, paramName) { }
    public ArgumentOutOfRangeException(string? message, Exception? innerException) : base(message, innerException) { }

    private readonly string? _namedParameter;
    private readonly object? _actualValue;

    // The whole text is made here: an override of Message would be in every image that throws any ArgumentException.
    public ArgumentOutOfRangeException(string? paramName, object? actualValue, string? message) : base(WithValue(paramName, actualValue, message))
    {
        _namedParameter = paramName;
        _actualValue = actualValue;
    }

    private static string? WithValue(string? paramName, object? actualValue, string? message)
    {
        message ??= Default;
        if (!string.IsNullOrEmpty(paramName)) message = string.Concat(message, " (Parameter '", paramName, "')");
        return actualValue is null ? message : string.Concat(message, "\nActual value was ", actualValue.ToString(), ".");
    }

    public virtual object? ActualValue => _actualValue;
    public override string? ParamName => _namedParameter ?? base.ParamName;

    [DoesNotReturn]
    private static void Throw<T>(T value, string rest, string? paramName, object? other = null) =>
        throw new ArgumentOutOfRangeException(
            paramName, value, string.Concat(string.Concat(paramName, " ('", value?.ToString() ?? "null", "') "), rest, other is null ? "" : string.Concat("'", other.ToString(), "'.")));

    private static int Order<T>(T left, T right) where T : IComparable<T> => left.CompareTo(right);

    public static void ThrowIfZero<T>(T value, string? paramName = null) where T : INumberBase<T>
    {
        if (T.IsZero(value)) Throw(value, "must be a non-zero value.", paramName);
    }

    public static void ThrowIfNegative<T>(T value, string? paramName = null) where T : INumberBase<T>
    {
        if (T.IsNegative(value)) Throw(value, "must be a non-negative value.", paramName);
    }

    public static void ThrowIfNegativeOrZero<T>(T value, string? paramName = null) where T : INumberBase<T>
    {
        if (T.IsNegative(value) || T.IsZero(value)) Throw(value, "must be a non-negative and non-zero value.", paramName);
    }

    public static void ThrowIfEqual<T>(T value, T other, string? paramName = null)
    {
        if (EqualityComparer<T>.AreEqual(value, other)) Throw(value, "must not be equal to ", paramName, other ?? (object)"null");
    }

    public static void ThrowIfNotEqual<T>(T value, T other, string? paramName = null)
    {
        if (!EqualityComparer<T>.AreEqual(value, other)) Throw(value, "must be equal to ", paramName, other ?? (object)"null");
    }

    public static void ThrowIfGreaterThan<T>(T value, T other, string? paramName = null) where T : IComparable<T>
    {
        if (Order(value, other) > 0) Throw(value, "must be less than or equal to ", paramName, other);
    }

    public static void ThrowIfGreaterThanOrEqual<T>(T value, T other, string? paramName = null) where T : IComparable<T>
    {
        if (Order(value, other) >= 0) Throw(value, "must be less than ", paramName, other);
    }

    public static void ThrowIfLessThan<T>(T value, T other, string? paramName = null) where T : IComparable<T>
    {
        if (Order(value, other) < 0) Throw(value, "must be greater than or equal to ", paramName, other);
    }

    public static void ThrowIfLessThanOrEqual<T>(T value, T other, string? paramName = null) where T : IComparable<T>
    {
        if (Order(value, other) <= 0) Throw(value, "must be greater than ", paramName, other);
    }
}
