using System.Threading;
using System.Threading.Tasks;

namespace System.Collections.Generic;

public interface IAsyncEnumerable<out T> where T : allows ref struct
{
    IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default);
}

public interface IAsyncEnumerator<out T> : IAsyncDisposable where T : allows ref struct
{
    T Current { get; }
    ValueTask<bool> MoveNextAsync();
}
