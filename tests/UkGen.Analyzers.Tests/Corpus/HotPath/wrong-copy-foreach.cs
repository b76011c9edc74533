using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(ref Burst burst)
    {
        foreach (Mbuf packet in burst) Use(packet.DataLength); // expect: UK2105
    }

    private static void Use(uint length)
    {
    }
}
