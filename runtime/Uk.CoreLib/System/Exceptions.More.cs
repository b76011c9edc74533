// Exceptions that the core library itself throws rarely or never, and programs do.

namespace System
{
    public class NotImplementedException : SystemException
    {
        public NotImplementedException() : base("The method or operation is not implemented.") { }
        public NotImplementedException(string? message) : base(message) { }
        public NotImplementedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class ApplicationException : Exception
    {
        public ApplicationException() : base("Error in the application.") { }
        public ApplicationException(string? message) : base(message) { }
        public ApplicationException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class UnauthorizedAccessException : SystemException
    {
        public UnauthorizedAccessException() : base("Attempted to perform an unauthorized operation.") { }
        public UnauthorizedAccessException(string? message) : base(message) { }
        public UnauthorizedAccessException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class AccessViolationException : SystemException
    {
        public AccessViolationException() : base("Attempted to read or write protected memory. This is often an indication that other memory is corrupt.") { }
        public AccessViolationException(string? message) : base(message) { }
        public AccessViolationException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class DataMisalignedException : SystemException
    {
        public DataMisalignedException() : base("A datatype misalignment was detected in a load or store instruction.") { }
        public DataMisalignedException(string? message) : base(message) { }
        public DataMisalignedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class EntryPointNotFoundException : TypeLoadException
    {
        public EntryPointNotFoundException() : base("Entry point was not found.") { }
        public EntryPointNotFoundException(string? message) : base(message) { }
        public EntryPointNotFoundException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class DllNotFoundException : TypeLoadException
    {
        public DllNotFoundException() : base("Dll was not found.") { }
        public DllNotFoundException(string? message) : base(message) { }
        public DllNotFoundException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class FieldAccessException : MemberAccessException
    {
        public FieldAccessException() : base("Attempted to access a field that is not accessible by the caller.") { }
        public FieldAccessException(string? message) : base(message) { }
        public FieldAccessException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class MethodAccessException : MemberAccessException
    {
        public MethodAccessException() : base("Attempt to access the method failed.") { }
        public MethodAccessException(string? message) : base(message) { }
        public MethodAccessException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class InsufficientMemoryException : OutOfMemoryException
    {
        public InsufficientMemoryException() : base("Insufficient memory to continue the execution of the program.") { }
        public InsufficientMemoryException(string? message) : base(message) { }
        public InsufficientMemoryException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class MulticastNotSupportedException : SystemException
    {
        public MulticastNotSupportedException() : base("Attempted to add multiple callbacks to a delegate that does not support multicast.") { }
        public MulticastNotSupportedException(string? message) : base(message) { }
        public MulticastNotSupportedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class StackOverflowException : SystemException
    {
        public StackOverflowException() : base("Operation caused a stack overflow.") { }
        public StackOverflowException(string? message) : base(message) { }
        public StackOverflowException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class DuplicateWaitObjectException : ArgumentException
    {
        private const string Default = "Duplicate objects in argument.";

        public DuplicateWaitObjectException() : base(Default) { }
        public DuplicateWaitObjectException(string? parameterName) : base(Default, parameterName) { }
        public DuplicateWaitObjectException(string? parameterName, string? message) : base(message, parameterName) { }
        public DuplicateWaitObjectException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class NotFiniteNumberException : ArithmeticException
    {
        private const string Default = "Number encountered was not a finite quantity.";

        public NotFiniteNumberException() : base(Default) { }
        public NotFiniteNumberException(double offendingNumber) => OffendingNumber = offendingNumber;
        public NotFiniteNumberException(string? message) : base(message) { }
        public NotFiniteNumberException(string? message, double offendingNumber) : base(message) => OffendingNumber = offendingNumber;
        public NotFiniteNumberException(string? message, Exception? innerException) : base(message, innerException) { }
        public NotFiniteNumberException(string? message, double offendingNumber, Exception? innerException) : base(message, innerException) =>
            OffendingNumber = offendingNumber;

        public double OffendingNumber { get; }
    }

    public class BadImageFormatException : SystemException
    {
        private const string Default = "Format of the executable (.exe) or library (.dll) is invalid.";

        public BadImageFormatException() : base(Default) { }
        public BadImageFormatException(string? message) : base(message) { }
        public BadImageFormatException(string? message, Exception? inner) : base(message, inner) { }
        public BadImageFormatException(string? message, string? fileName) : base(message) => FileName = fileName;
        public BadImageFormatException(string? message, string? fileName, Exception? inner) : base(message, inner) => FileName = fileName;

        public string? FileName { get; }
    }
}

namespace System.IO
{
    public class IOException : SystemException
    {
        public IOException() : base("I/O error occurred.") { }
        public IOException(string? message) : base(message) { }
        public IOException(string? message, Exception? innerException) : base(message, innerException) { }
        public IOException(string? message, int hresult) : base(message) { }
    }

    public class EndOfStreamException : IOException
    {
        public EndOfStreamException() : base("Attempted to read past the end of the stream.") { }
        public EndOfStreamException(string? message) : base(message) { }
        public EndOfStreamException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class DirectoryNotFoundException : IOException
    {
        public DirectoryNotFoundException() : base("Attempted to access a path that is not on the disk.") { }
        public DirectoryNotFoundException(string? message) : base(message) { }
        public DirectoryNotFoundException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class PathTooLongException : IOException
    {
        public PathTooLongException() : base("The specified file name or path is too long, or a component of the specified path is too long.") { }
        public PathTooLongException(string? message) : base(message) { }
        public PathTooLongException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public sealed class InvalidDataException : SystemException
    {
        public InvalidDataException() : base("Found invalid data while decoding.") { }
        public InvalidDataException(string? message) : base(message) { }
        public InvalidDataException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class FileNotFoundException : IOException
    {
        private const string Default = "Unable to find the specified file.";

        public FileNotFoundException() : base(Default) { }
        public FileNotFoundException(string? message) : base(message) { }
        public FileNotFoundException(string? message, Exception? innerException) : base(message, innerException) { }
        public FileNotFoundException(string? message, string? fileName) : base(message) => FileName = fileName;
        public FileNotFoundException(string? message, string? fileName, Exception? innerException) : base(message, innerException) => FileName = fileName;

        public string? FileName { get; }
    }
}

namespace System.Diagnostics
{
    public sealed class UnreachableException : Exception
    {
        public UnreachableException() : base("The program executed an instruction that was thought to be unreachable.") { }
        public UnreachableException(string? message) : base(message) { }
        public UnreachableException(string? message, Exception? innerException) : base(message, innerException) { }
    }
}

namespace System.Runtime
{
    public sealed class AmbiguousImplementationException : Exception
    {
        public AmbiguousImplementationException() : base("Ambiguous implementation found.") { }
        public AmbiguousImplementationException(string? message) : base(message) { }
        public AmbiguousImplementationException(string? message, Exception? innerException) : base(message, innerException) { }
    }
}

namespace System.Threading
{
    public class ThreadInterruptedException : SystemException
    {
        public ThreadInterruptedException() : base("Thread was interrupted from a waiting state.") { }
        public ThreadInterruptedException(string? message) : base(message) { }
        public ThreadInterruptedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class WaitHandleCannotBeOpenedException : ApplicationException
    {
        public WaitHandleCannotBeOpenedException() : base("No handle of the given name exists.") { }
        public WaitHandleCannotBeOpenedException(string? message) : base(message) { }
        public WaitHandleCannotBeOpenedException(string? message, Exception? innerException) : base(message, innerException) { }
    }

    public class AbandonedMutexException : SystemException
    {
        private const string Default = "The wait completed due to an abandoned mutex.";

        public AbandonedMutexException() : base(Default) { }
        public AbandonedMutexException(int location, WaitHandle? handle) : base(Default) => Set(location, handle);
        public AbandonedMutexException(string? message) : base(message) { }
        public AbandonedMutexException(string? message, Exception? inner) : base(message, inner) { }
        public AbandonedMutexException(string? message, Exception? inner, int location, WaitHandle? handle) : base(message, inner) => Set(location, handle);
        public AbandonedMutexException(string? message, int location, WaitHandle? handle) : base(message) => Set(location, handle);

        public Mutex? Mutex { get; private set; }
        public int MutexIndex { get; private set; } = -1;

        private void Set(int location, WaitHandle? handle) => (MutexIndex, Mutex) = (location, handle as Mutex);
    }
}
