// The exceptions that the core library throws or that .NET code commonly does.

namespace System
{
    public class SystemException : Exception
    {
        public SystemException() { }
        public SystemException(string? message) : base(message) { }
        public SystemException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class ArithmeticException : SystemException
    {
        public ArithmeticException() : base("Overflow or underflow in the arithmetic operation.") { }
        public ArithmeticException(string? message) : base(message) { }
        public ArithmeticException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class OverflowException : ArithmeticException
    {
        public OverflowException() : base("Arithmetic operation resulted in an overflow.") { }
        public OverflowException(string? message) : base(message) { }
        public OverflowException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class DivideByZeroException : ArithmeticException
    {
        public DivideByZeroException() : base("Attempted to divide by zero.") { }
        public DivideByZeroException(string? message) : base(message) { }
        public DivideByZeroException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class ArrayTypeMismatchException : SystemException
    {
        public ArrayTypeMismatchException() : base("Attempted to access an element as a type incompatible with the array.") { }
        public ArrayTypeMismatchException(string? message) : base(message) { }
        public ArrayTypeMismatchException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class FormatException : SystemException
    {
        public FormatException() : base("One of the identified items was in an invalid format.") { }
        public FormatException(string? message) : base(message) { }
        public FormatException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class IndexOutOfRangeException : SystemException
    {
        public IndexOutOfRangeException() : base("Index was outside the bounds of the array.") { }
        public IndexOutOfRangeException(string? message) : base(message) { }
        public IndexOutOfRangeException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class InvalidCastException : SystemException
    {
        public InvalidCastException() : base("Specified cast is not valid.") { }
        public InvalidCastException(string? message) : base(message) { }
        public InvalidCastException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class InvalidOperationException : SystemException
    {
        public InvalidOperationException() : base("Operation is not valid due to the current state of the object.") { }
        public InvalidOperationException(string? message) : base(message) { }
        public InvalidOperationException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class InvalidProgramException : SystemException
    {
        public InvalidProgramException() : base("Common Language Runtime detected an invalid program.") { }
        public InvalidProgramException(string? message) : base(message) { }
        public InvalidProgramException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class NotSupportedException : SystemException
    {
        public NotSupportedException() : base("Specified method is not supported.") { }
        public NotSupportedException(string? message) : base(message) { }
        public NotSupportedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class PlatformNotSupportedException : NotSupportedException
    {
        public PlatformNotSupportedException() : base("Operation is not supported on this platform.") { }
        public PlatformNotSupportedException(string? message) : base(message) { }
        public PlatformNotSupportedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class NullReferenceException : SystemException
    {
        public NullReferenceException() : base("Object reference not set to an instance of an object.") { }
        public NullReferenceException(string? message) : base(message) { }
        public NullReferenceException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class InsufficientExecutionStackException : SystemException
    {
        public InsufficientExecutionStackException() : base("Insufficient stack to continue executing the program safely. This can happen from having too many functions on the call stack or function on the stack using too much stack space.") { }
        public InsufficientExecutionStackException(string? message) : base(message) { }
        public InsufficientExecutionStackException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class OutOfMemoryException : SystemException
    {
        public OutOfMemoryException() : base("Insufficient memory to continue the execution of the program.") { }
        public OutOfMemoryException(string? message) : base(message) { }
        public OutOfMemoryException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class TypeLoadException : SystemException
    {
        public TypeLoadException() : base("A type could not be loaded.") { }
        public TypeLoadException(string? message) : base(message) { }
        public TypeLoadException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class TypeInitializationException : SystemException
    {
        private readonly string? _typeName;

        public TypeInitializationException(string? fullTypeName, Exception? innerException)
            : base($"The type initializer for '{fullTypeName}' threw an exception.", innerException) => _typeName = fullTypeName;

        /// <summary>Of a type whose name is not known, as in .NET's own native images.</summary>
        internal TypeInitializationException(Exception innerException)
            : base("A type initializer threw an exception. To determine which type, inspect the InnerException's StackTrace property.", innerException) { }

        public string TypeName => _typeName ?? string.Empty;
    }

    public class MemberAccessException : SystemException
    {
        public MemberAccessException() : base("Cannot access member.") { }
        public MemberAccessException(string? message) : base(message) { }
        public MemberAccessException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class MissingMemberException : MemberAccessException
    {
        public MissingMemberException() : base("Attempted to access a missing member.") { }
        public MissingMemberException(string? message) : base(message) { }
        public MissingMemberException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class MissingMethodException : MissingMemberException
    {
        public MissingMethodException() : base("Attempted to access a missing method.") { }
        public MissingMethodException(string? message) : base(message) { }
        public MissingMethodException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class MissingFieldException : MissingMemberException
    {
        public MissingFieldException() : base("Attempted to access a non-existing field.") { }
        public MissingFieldException(string? message) : base(message) { }
        public MissingFieldException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class ArgumentException : SystemException
    {
        private readonly string? _paramName;

        public ArgumentException() : base("Value does not fall within the expected range.") { }
        public ArgumentException(string? message) : base(message) { }
        public ArgumentException(string? message, Exception? innerException) : base(message, innerException) { }
        public ArgumentException(string? message, string? paramName) : base(message) => _paramName = paramName;
        public ArgumentException(string? message, string? paramName, Exception? innerException)
            : base(message, innerException) => _paramName = paramName;

        public virtual string? ParamName => _paramName;
        // Every image has this, so it calls what does the work.
        public override string Message =>
            _paramName is null ? base.Message : string.Concat((ReadOnlySpan<char>)base.Message, " (Parameter '", _paramName, "')");

        public static void ThrowIfNullOrEmpty([Diagnostics.CodeAnalysis.NotNull] string? argument, string? paramName = null)
        {
            ArgumentNullException.ThrowIfNull(argument, paramName);
            if (argument.Length == 0) throw new ArgumentException("The value cannot be an empty string.", paramName);
        }

        public static void ThrowIfNullOrWhiteSpace([Diagnostics.CodeAnalysis.NotNull] string? argument, string? paramName = null)
        {
            ArgumentNullException.ThrowIfNull(argument, paramName);
            if (string.IsNullOrWhiteSpace(argument))
                throw new ArgumentException("The value cannot be an empty string or composed entirely of whitespace.", paramName);
        }
    }

    public class ObjectDisposedException : InvalidOperationException
    {
        private readonly string? _objectName;

        public ObjectDisposedException(string? objectName) : this(objectName, "Cannot access a disposed object.") { }
        public ObjectDisposedException(string? objectName, string? message) : base(message) => _objectName = objectName;
        public ObjectDisposedException(string? message, Exception? innerException) : base(message, innerException) { }

        public static void ThrowIf(bool condition, object instance)
        {
            if (condition) throw new ObjectDisposedException(instance?.GetType().FullName);
        }

        public static void ThrowIf(bool condition, Type type)
        {
            if (condition) throw new ObjectDisposedException(type?.FullName);
        }

        public string ObjectName => _objectName ?? "";
        public override string Message =>
            string.IsNullOrEmpty(_objectName) ? base.Message : string.Concat(base.Message, "\nObject name: '", _objectName, "'.");
    }

    public class ArgumentNullException : ArgumentException
    {
        public ArgumentNullException() : base("Value cannot be null.") { }
        public ArgumentNullException(string? paramName) : base("Value cannot be null.", paramName) { }
        public ArgumentNullException(string? message, Exception? innerException) : base(message, innerException) { }
        public ArgumentNullException(string? paramName, string? message) : base(message, paramName) { }

        public static void ThrowIfNull(
            [Diagnostics.CodeAnalysis.NotNull] object? argument, string? paramName = null)
        {
            if (argument is null) throw new ArgumentNullException(paramName);
        }
    }

    /// <summary>
    /// Throws out of line, so that the code that checks stays small and inlinable.
    /// </summary>
    [Diagnostics.StackTraceHidden]
    internal static class ThrowHelper
    {
        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void IndexOutOfRange() => throw new IndexOutOfRangeException();

        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void ArgumentNull(string parameter) => throw new ArgumentNullException(parameter);


        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void ArgumentOutOfRange(string? parameter) => throw new ArgumentOutOfRangeException(parameter);

        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void DestinationTooShort() => throw new ArgumentException("Destination is too short.", "destination");

        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void Argument(string message) => throw new ArgumentException(message);

        [Diagnostics.CodeAnalysis.DoesNotReturn]
        internal static void InvalidOperation(string message) => throw new InvalidOperationException(message);
    }
}

namespace System.Collections.Generic
{
    public class KeyNotFoundException : SystemException
    {
        public KeyNotFoundException() : base("The given key was not present in the dictionary.") { }
        public KeyNotFoundException(string? message) : base(message) { }
    }
}

namespace System.Runtime.CompilerServices
{
    /// <summary>Thrown by a switch expression that matches nothing.</summary>
    public sealed class SwitchExpressionException : InvalidOperationException
    {
        public SwitchExpressionException() : base("Non-exhaustive switch expression failed to match its input.") { }
        public SwitchExpressionException(object? unmatchedValue) : this() => UnmatchedValue = unmatchedValue;

        public object? UnmatchedValue { get; }
    }
}
