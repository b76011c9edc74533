using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        Burst burst = default;
        return burst.Count;
    }
}
