using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(ref Burst burst)
    {
        Use(burst); // expect: UK2105
    }

    private static void Use(Burst burst)
    {
    }
}
