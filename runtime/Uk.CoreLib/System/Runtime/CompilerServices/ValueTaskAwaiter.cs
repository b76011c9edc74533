using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

[System.Diagnostics.StackTraceHidden]
public readonly struct ValueTaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
{
    private readonly ValueTask _value;

    internal ValueTaskAwaiter(in ValueTask value) => _value = value;

    public bool IsCompleted => _value.IsCompleted;
    public void GetResult() => _value.GetResult();
    public void OnCompleted(Action continuation) => _value.Await(TaskAwaiter.WithContext(continuation), true, true);
    public void UnsafeOnCompleted(Action continuation) => _value.Await(TaskAwaiter.Checked(continuation), true, false);
    void IMethodAwaiter.Await(Task method) => _value.Await(method, true, false);
}

[System.Diagnostics.StackTraceHidden]
public readonly struct ValueTaskAwaiter<TResult> : ICriticalNotifyCompletion, IMethodAwaiter
{
    private readonly ValueTask<TResult> _value;

    internal ValueTaskAwaiter(in ValueTask<TResult> value) => _value = value;

    public bool IsCompleted => _value.IsCompleted;
    public TResult GetResult() => _value.Result;
    public void OnCompleted(Action continuation) => _value.Await(TaskAwaiter.WithContext(continuation), true, true);
    public void UnsafeOnCompleted(Action continuation) => _value.Await(TaskAwaiter.Checked(continuation), true, false);
    void IMethodAwaiter.Await(Task method) => _value.Await(method, true, false);
}

public readonly struct ConfiguredValueTaskAwaitable
{
    private readonly ConfiguredValueTaskAwaiter _awaiter;

    internal ConfiguredValueTaskAwaitable(in ValueTask value, bool inContext) => _awaiter = new ConfiguredValueTaskAwaiter(value, inContext);

    public ConfiguredValueTaskAwaiter GetAwaiter() => _awaiter;

    [System.Diagnostics.StackTraceHidden]
    public readonly struct ConfiguredValueTaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
    {
        private readonly ValueTask _value;
        private readonly bool _inContext;

        internal ConfiguredValueTaskAwaiter(in ValueTask value, bool inContext) => (_value, _inContext) = (value, inContext);

        public bool IsCompleted => _value.IsCompleted;
        public void GetResult() => _value.GetResult();
        public void OnCompleted(Action continuation) => _value.Await(TaskAwaiter.WithContext(continuation), _inContext, true);
        public void UnsafeOnCompleted(Action continuation) => _value.Await(TaskAwaiter.Checked(continuation), _inContext, false);
        void IMethodAwaiter.Await(Task method) => _value.Await(method, _inContext, false);
    }
}

public readonly struct ConfiguredValueTaskAwaitable<TResult>
{
    private readonly ConfiguredValueTaskAwaiter _awaiter;

    internal ConfiguredValueTaskAwaitable(in ValueTask<TResult> value, bool inContext) => _awaiter = new ConfiguredValueTaskAwaiter(value, inContext);

    public ConfiguredValueTaskAwaiter GetAwaiter() => _awaiter;

    [System.Diagnostics.StackTraceHidden]
    public readonly struct ConfiguredValueTaskAwaiter : ICriticalNotifyCompletion, IMethodAwaiter
    {
        private readonly ValueTask<TResult> _value;
        private readonly bool _inContext;

        internal ConfiguredValueTaskAwaiter(in ValueTask<TResult> value, bool inContext) => (_value, _inContext) = (value, inContext);

        public bool IsCompleted => _value.IsCompleted;
        public TResult GetResult() => _value.Result;
        public void OnCompleted(Action continuation) => _value.Await(TaskAwaiter.WithContext(continuation), _inContext, true);
        public void UnsafeOnCompleted(Action continuation) => _value.Await(TaskAwaiter.Checked(continuation), _inContext, false);
        void IMethodAwaiter.Await(Task method) => _value.Await(method, _inContext, false);
    }
}
