using System;
using Uk;
using Uk.EthDev;

struct Driver : IEthDriver<Driver>
{
    private static readonly object s_gate = new();
    public static MacAddress MacAddress => default;
    public static bool LinkUp => true;
    public static bool Ended => false;

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        lock (s_gate) drops.Count(DropReason.Policy); // expect: UK2104
    }

    public static int Transmit(int queue, ref Burst burst) => burst.Count > 5 ? throw new InvalidOperationException() : 0; // expect: UK2102
}
