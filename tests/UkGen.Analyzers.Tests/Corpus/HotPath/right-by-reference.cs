using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(ref Burst burst)
    {
        return Count(in burst);
    }

    private static int Count(in Burst burst) => burst.Count;
}
