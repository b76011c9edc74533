using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

public partial class Task<TResult> : Task
{
    internal TResult? _result;

    internal Task() { }
    internal Task(TResult result) : base(TaskStatus.RanToCompletion, null) => _result = result;
    internal Task(TaskStatus status, object? failure) : base(status, failure) { }
    internal Task(TaskCreationOptions options, object? state) : base(options, state) { }
    internal Task(TaskWork work, TaskCreationOptions options) : base(work, options) { }

    public TResult Result
    {
        get
        {
            if (!IsCompletedSuccessfully) WaitForSuccess();
            return _result!;
        }
    }

    internal bool TryComplete(TResult result)
    {
        if (IsCompleted) return false;
        _result = result;
        return TryComplete();
    }

    public new TaskAwaiter<TResult> GetAwaiter() => new(this);

    public new ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        new(this, continueOnCapturedContext ? ConfigureAwaitOptions.ContinueOnCapturedContext : ConfigureAwaitOptions.None);

    public new ConfiguredTaskAwaitable<TResult> ConfigureAwait(ConfigureAwaitOptions options)
    {
        if ((options & ~(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.ForceYielding)) != 0)
            throw new ArgumentOutOfRangeException(nameof(options), (options & ConfigureAwaitOptions.SuppressThrowing) != 0
                ? "Task<TResult>.ConfigureAwait does not support ConfigureAwaitOptions.SuppressThrowing. To suppress throwing, instead cast the Task<TResult> to its base class Task and await that with SuppressThrowing."
                : "Specified argument was out of the range of valid values.");
        return new(this, options);
    }

    public static new TaskFactory<TResult> Factory => field ??= new TaskFactory<TResult>();
}
