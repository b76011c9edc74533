namespace System.Threading.Tasks;

public enum TaskStatus
{
    Created, WaitingForActivation, WaitingToRun, Running, WaitingForChildrenToComplete, RanToCompletion, Canceled, Faulted,
}

[Flags]
public enum TaskCreationOptions
{
    None = 0, PreferFairness = 1, LongRunning = 2, AttachedToParent = 4, DenyChildAttach = 8, HideScheduler = 16,
    RunContinuationsAsynchronously = 64,
}

[Flags]
public enum TaskContinuationOptions
{
    None = 0, PreferFairness = 1, LongRunning = 2, AttachedToParent = 4, DenyChildAttach = 8, HideScheduler = 16,
    LazyCancellation = 32, RunContinuationsAsynchronously = 64,
    NotOnRanToCompletion = 0x10000, NotOnFaulted = 0x20000, NotOnCanceled = 0x40000,
    OnlyOnRanToCompletion = NotOnFaulted | NotOnCanceled,
    OnlyOnFaulted = NotOnRanToCompletion | NotOnCanceled,
    OnlyOnCanceled = NotOnRanToCompletion | NotOnFaulted,
    ExecuteSynchronously = 0x80000,
}

[Flags]
public enum ConfigureAwaitOptions
{
    None = 0, ContinueOnCapturedContext = 1, SuppressThrowing = 2, ForceYielding = 4,
}
