// A port and nothing else declared: what it needs comes with it. Every frame goes back as it came.

using Uk;
using Uk.EthDev;

[Port(0)]
partial struct Wan;

internal static class OnePort
{
    [Lcore(0)]
    internal static void Loop()
    {
        System.Console.WriteLine("ready");
        Burst burst = default;
        while (Wan.RxBurst(ref burst)) Wan.TxBurst(ref burst);
    }
}
