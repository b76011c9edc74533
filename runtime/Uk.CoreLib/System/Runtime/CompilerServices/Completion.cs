namespace System.Runtime.CompilerServices
{
    public interface INotifyCompletion
    {
        void OnCompleted(Action continuation);
    }

    public interface ICriticalNotifyCompletion : INotifyCompletion
    {
        void UnsafeOnCompleted(Action continuation);
    }

    public interface IAsyncStateMachine
    {
        void MoveNext();
        void SetStateMachine(IAsyncStateMachine stateMachine);
    }

    /// <summary>An awaiter that makes an async method go on without a delegate.</summary>
    internal interface IMethodAwaiter
    {
        void Await(Threading.Tasks.Task method);
    }
}

namespace System.Threading.Tasks
{
    internal struct VoidTaskResult;
}

namespace System
{
    public interface IAsyncResult
    {
        object? AsyncState { get; }
        Threading.WaitHandle AsyncWaitHandle { get; }
        bool CompletedSynchronously { get; }
        bool IsCompleted { get; }
    }

    public interface IAsyncDisposable
    {
        Threading.Tasks.ValueTask DisposeAsync();
    }
}
