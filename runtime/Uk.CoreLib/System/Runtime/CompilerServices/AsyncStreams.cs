using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace System.Threading.Tasks
{
    public static class TaskAsyncEnumerableExtensions
    {
        public static ConfiguredAsyncDisposable ConfigureAwait(this IAsyncDisposable source, bool continueOnCapturedContext) =>
            new(source, continueOnCapturedContext);

        public static ConfiguredCancelableAsyncEnumerable<T> ConfigureAwait<T>(this IAsyncEnumerable<T> source, bool continueOnCapturedContext)
            where T : allows ref struct => new(source, continueOnCapturedContext, default);

        public static ConfiguredCancelableAsyncEnumerable<T> WithCancellation<T>(this IAsyncEnumerable<T> source, CancellationToken cancellationToken)
            where T : allows ref struct => new(source, true, cancellationToken);
    }
}

namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
    public sealed class EnumeratorCancellationAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate | AttributeTargets.Enum | AttributeTargets.Method, Inherited = false)]
    public sealed class AsyncMethodBuilderAttribute(Type builderType) : Attribute
    {
        public Type BuilderType => builderType;
    }

    public class StateMachineAttribute(Type stateMachineType) : Attribute
    {
        public Type StateMachineType => stateMachineType;
    }

    public sealed class AsyncStateMachineAttribute(Type stateMachineType) : StateMachineAttribute(stateMachineType);
    public sealed class AsyncIteratorStateMachineAttribute(Type stateMachineType) : StateMachineAttribute(stateMachineType);

    public readonly struct ConfiguredAsyncDisposable
    {
        private readonly IAsyncDisposable _source;
        private readonly bool _inContext;

        internal ConfiguredAsyncDisposable(IAsyncDisposable source, bool inContext) => (_source, _inContext) = (source, inContext);

        public ConfiguredValueTaskAwaitable DisposeAsync() => _source.DisposeAsync().ConfigureAwait(_inContext);
    }

    public readonly struct ConfiguredCancelableAsyncEnumerable<T> where T : allows ref struct
    {
        private readonly IAsyncEnumerable<T> _source;
        private readonly CancellationToken _token;
        private readonly bool _inContext;

        internal ConfiguredCancelableAsyncEnumerable(IAsyncEnumerable<T> source, bool inContext, CancellationToken token) =>
            (_source, _inContext, _token) = (source, inContext, token);

        public ConfiguredCancelableAsyncEnumerable<T> ConfigureAwait(bool continueOnCapturedContext) => new(_source, continueOnCapturedContext, _token);
        public ConfiguredCancelableAsyncEnumerable<T> WithCancellation(CancellationToken cancellationToken) => new(_source, _inContext, cancellationToken);
        public Enumerator GetAsyncEnumerator() => new(_source.GetAsyncEnumerator(_token), _inContext);

        public readonly struct Enumerator
        {
            private readonly IAsyncEnumerator<T> _enumerator;
            private readonly bool _inContext;

            internal Enumerator(IAsyncEnumerator<T> enumerator, bool inContext) => (_enumerator, _inContext) = (enumerator, inContext);

            public T Current => _enumerator.Current;
            public ConfiguredValueTaskAwaitable<bool> MoveNextAsync() => _enumerator.MoveNextAsync().ConfigureAwait(_inContext);
            public ConfiguredValueTaskAwaitable DisposeAsync() => _enumerator.DisposeAsync().ConfigureAwait(_inContext);
        }
    }
}
