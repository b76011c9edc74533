using Internal.Threading;

namespace System.Threading
{
    /// <summary>A value that goes with the flow of async methods: what is called sees it, what called does not.</summary>
    public sealed class AsyncLocal<T> : IAsyncLocal
    {
        private readonly Action<AsyncLocalValueChangedArgs<T>>? _valueChangedHandler;

        public AsyncLocal() { }

        public AsyncLocal(Action<AsyncLocalValueChangedArgs<T>>? valueChangedHandler) => _valueChangedHandler = valueChangedHandler;

        public T Value
        {
            get => From(ExecutionContext.Get(this));
            set
            {
                object? previous = ExecutionContext.Get(this);
                if (ReferenceEquals(previous, value) && previous is not null) return;
                if (previous is null && value is null) return;
                ExecutionContext.Set(this, value, _valueChangedHandler is not null);
            }
        }

        private static T From(object? value) => value is null ? default! : (T)value;

        void IAsyncLocal.OnChanged(object? previous, object? current, bool contextChanged) =>
            _valueChangedHandler?.Invoke(new AsyncLocalValueChangedArgs<T>(From(previous), From(current), contextChanged));
    }

    public readonly struct AsyncLocalValueChangedArgs<T>
    {
        internal AsyncLocalValueChangedArgs(T? previousValue, T? currentValue, bool contextChanged)
        {
            PreviousValue = previousValue;
            CurrentValue = currentValue;
            ThreadContextChanged = contextChanged;
        }

        public T? PreviousValue { get; }
        public T? CurrentValue { get; }

        /// <summary>True where another flow came to run, false where a value was set.</summary>
        public bool ThreadContextChanged { get; }
    }
}

namespace Internal.Threading
{
    internal interface IAsyncLocal
    {
        void OnChanged(object? previous, object? current, bool contextChanged);
    }
}
