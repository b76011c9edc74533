namespace System.Threading;

public class SynchronizationLockException : SystemException
{
    private const string Default = "Object synchronization method was called from an unsynchronized block of code.";

    public SynchronizationLockException() : base(Default) { }
    public SynchronizationLockException(string? message) : base(message) { }
    public SynchronizationLockException(string? message, Exception? innerException) : base(message, innerException) { }
}

public class SemaphoreFullException : SystemException
{
    private const string Default = "Adding the specified count to the semaphore would cause it to exceed its maximum count.";

    public SemaphoreFullException() : base(Default) { }
    public SemaphoreFullException(string? message) : base(message) { }
    public SemaphoreFullException(string? message, Exception? innerException) : base(message, innerException) { }
}

public class LockRecursionException : Exception
{
    private const string Default = "Exception of type 'System.Threading.LockRecursionException' was thrown.";

    public LockRecursionException() : base(Default) { }
    public LockRecursionException(string? message) : base(message) { }
    public LockRecursionException(string? message, Exception? innerException) : base(message, innerException) { }
}

public class BarrierPostPhaseException : Exception
{
    private const string Default = "The postPhaseAction failed with an exception.";

    public BarrierPostPhaseException() : base(Default) { }
    public BarrierPostPhaseException(string? message) : base(message ?? Default) { }
    public BarrierPostPhaseException(Exception? innerException) : base(Default, innerException) { }
    public BarrierPostPhaseException(string? message, Exception? innerException) : base(message ?? Default, innerException) { }
}

public class ThreadStateException : SystemException
{
    private const string Default = "Thread was in an invalid state for the operation being executed.";

    public ThreadStateException() : base(Default) { }
    public ThreadStateException(string? message) : base(message) { }
    public ThreadStateException(string? message, Exception? innerException) : base(message, innerException) { }
}
