using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(ref Burst burst)
    {
        foreach (ref Mbuf packet in burst)
            if (packet.DataLength < 60) packet.Drop(DropReason.Truncated);
    }
}
