using System.Threading;
using System.Threading.Tasks;
using Internal.Threading;

namespace System.Runtime.CompilerServices;

public readonly struct TaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
{
    internal readonly Task _task;

    internal TaskAwaiter(Task task) => _task = task;

    public bool IsCompleted => _task.IsCompleted;

    public void GetResult()
    {
        if (!_task.IsCompletedSuccessfully) WaitOrThrow(_task);
    }

    public void OnCompleted(Action continuation) => Await(_task, WithContext(continuation), ConfigureAwaitOptions.ContinueOnCapturedContext);
    public void UnsafeOnCompleted(Action continuation) => Await(_task, Checked(continuation), ConfigureAwaitOptions.ContinueOnCapturedContext);
    void IMethodAwaiter.Await(Task method) => Await(_task, method, ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>Outside of async methods a result that is not there yet is waited for, as by Wait.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void WaitOrThrow(Task task)
    {
        task.WaitForEnd();
        if (!task.IsCompletedSuccessfully) throw task.FirstFailure;
    }

    internal static Action Checked(Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation, nameof(continuation));
        return continuation;
    }

    /// <summary>A continuation that sees the values of AsyncLocal that are current now.</summary>
    internal static Action WithContext(Action continuation)
    {
        ExecutionContext? context = ExecutionContext.ForNewWork;
        return context is null
            ? Checked(continuation)
            : () => ExecutionContext.Run(context, static action => ((Action)action!)(), continuation);
    }

    /// <summary>Goes on in the present context if that is wanted and there is one, else wherever the task ends.</summary>
    /// <param name="continuation">An Action or the task of an async method.</param>
    internal static void Await(Task task, object continuation, ConfigureAwaitOptions options)
    {
        object wrapped = continuation;
        if ((options & ConfigureAwaitOptions.ContinueOnCapturedContext) != 0)
        {
            if (SynchronizationContext.CurrentIfOwn is SynchronizationContext context) wrapped = new ContextContinuation(context, continuation);
            else if (Flow.Current.Task?.Work?.Scheduler is TaskScheduler scheduler) wrapped = new SchedulerContinuation(scheduler, continuation);
        }
        // A task that has ended comes here if whoever awaits wants to yield all the same.
        if (task.TryAdd(wrapped)) return;
        if (wrapped is TaskContinuation later) later.Run(task, mayNest: false);
        else Task.PostAwaiter(continuation);
    }
}

public readonly struct TaskAwaiter<TResult> : ICriticalNotifyCompletion, IMethodAwaiter
{
    private readonly Task<TResult> _task;

    internal TaskAwaiter(Task<TResult> task) => _task = task;

    public bool IsCompleted => _task.IsCompleted;

    public TResult GetResult()
    {
        if (!_task.IsCompletedSuccessfully) TaskAwaiter.WaitOrThrow(_task);
        return _task._result!;
    }

    public void OnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.WithContext(continuation), ConfigureAwaitOptions.ContinueOnCapturedContext);
    public void UnsafeOnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.Checked(continuation), ConfigureAwaitOptions.ContinueOnCapturedContext);
    void IMethodAwaiter.Await(Task method) => TaskAwaiter.Await(_task, method, ConfigureAwaitOptions.ContinueOnCapturedContext);
}

public readonly struct ConfiguredTaskAwaitable
{
    private readonly ConfiguredTaskAwaiter _awaiter;

    internal ConfiguredTaskAwaitable(Task task, ConfigureAwaitOptions options) => _awaiter = new ConfiguredTaskAwaiter(task, options);

    public ConfiguredTaskAwaiter GetAwaiter() => _awaiter;

    public readonly struct ConfiguredTaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
    {
        private readonly Task _task;
        private readonly ConfigureAwaitOptions _options;

        internal ConfiguredTaskAwaiter(Task task, ConfigureAwaitOptions options) => (_task, _options) = (task, options);

        public bool IsCompleted => (_options & ConfigureAwaitOptions.ForceYielding) == 0 && _task.IsCompleted;

        public void GetResult()
        {
            if (_task.IsCompletedSuccessfully) return;
            if ((_options & ConfigureAwaitOptions.SuppressThrowing) != 0) _task.WaitForEnd();
            else TaskAwaiter.WaitOrThrow(_task);
        }

        public void OnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.WithContext(continuation), _options);
        public void UnsafeOnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.Checked(continuation), _options);
        void IMethodAwaiter.Await(Task method) => TaskAwaiter.Await(_task, method, _options);
    }
}

public readonly struct ConfiguredTaskAwaitable<TResult>
{
    private readonly ConfiguredTaskAwaiter _awaiter;

    internal ConfiguredTaskAwaitable(Task<TResult> task, ConfigureAwaitOptions options) => _awaiter = new ConfiguredTaskAwaiter(task, options);

    public ConfiguredTaskAwaiter GetAwaiter() => _awaiter;

    public readonly struct ConfiguredTaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
    {
        private readonly Task<TResult> _task;
        private readonly ConfigureAwaitOptions _options;

        internal ConfiguredTaskAwaiter(Task<TResult> task, ConfigureAwaitOptions options) => (_task, _options) = (task, options);

        public bool IsCompleted => (_options & ConfigureAwaitOptions.ForceYielding) == 0 && _task.IsCompleted;

        public TResult GetResult()
        {
            if (!_task.IsCompletedSuccessfully) TaskAwaiter.WaitOrThrow(_task);
            return _task._result!;
        }

        public void OnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.WithContext(continuation), _options);
        public void UnsafeOnCompleted(Action continuation) => TaskAwaiter.Await(_task, TaskAwaiter.Checked(continuation), _options);
        void IMethodAwaiter.Await(Task method) => TaskAwaiter.Await(_task, method, _options);
    }
}

public readonly struct YieldAwaitable
{
    public YieldAwaiter GetAwaiter() => default;

    public readonly struct YieldAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
    {
        public bool IsCompleted => false;
        public void GetResult() { }
        public void OnCompleted(Action continuation) => Post(TaskAwaiter.WithContext(continuation));
        public void UnsafeOnCompleted(Action continuation) => Post(TaskAwaiter.Checked(continuation));
        void IMethodAwaiter.Await(Task method) => Post(method);

        private static void Post(object continuation)
        {
            if (SynchronizationContext.CurrentIfOwn is SynchronizationContext context) ContextContinuation.Post(context, continuation);
            else if (Flow.Current.Task?.Work?.Scheduler is TaskScheduler scheduler) SchedulerContinuation.Post(scheduler, continuation);
            else Task.PostAwaiter(continuation);
        }
    }
}
