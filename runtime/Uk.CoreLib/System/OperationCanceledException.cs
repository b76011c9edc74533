using System.Threading;
using System.Threading.Tasks;

namespace System
{
    public class OperationCanceledException : SystemException
    {
        private const string Default = "The operation was canceled.";

        public OperationCanceledException() : base(Default) { }
        public OperationCanceledException(string? message) : base(message ?? Default) { }
        public OperationCanceledException(string? message, Exception? innerException) : base(message ?? Default, innerException) { }
        public OperationCanceledException(CancellationToken token) : this() => CancellationToken = token;
        public OperationCanceledException(string? message, CancellationToken token) : this(message) => CancellationToken = token;
        public OperationCanceledException(string? message, Exception? innerException, CancellationToken token)
            : this(message, innerException) => CancellationToken = token;

        public CancellationToken CancellationToken { get; }
    }

    public class TimeoutException : SystemException
    {
        private const string Default = "The operation has timed out.";

        public TimeoutException() : base(Default) { }
        public TimeoutException(string? message) : base(message) { }
        public TimeoutException(string? message, Exception? innerException) : base(message, innerException) { }
    }
}

namespace System.Threading.Tasks
{
    public class TaskCanceledException : OperationCanceledException
    {
        private const string Default = "A task was canceled.";

        public TaskCanceledException() : base(Default) { }
        public TaskCanceledException(string? message) : base(message ?? Default) { }
        public TaskCanceledException(string? message, Exception? innerException) : base(message ?? Default, innerException) { }
        public TaskCanceledException(string? message, Exception? innerException, CancellationToken token) : base(message ?? Default, innerException, token) { }
        public TaskCanceledException(Task? task) : base(Default, task is null ? default : task.TokenOfCancellation) => Task = task;

        internal TaskCanceledException(Task task, CancellationToken token) : base(Default, token) => Task = task;

        public Task? Task { get; }
    }
}
