namespace Uk.EthDev;

/// <summary>Nobody looks.</summary>
[UkLibrary]
[Provides<IPortObserver>(Default = true)]
public readonly struct NobodyObserves : IPortObserver<NobodyObserves>
{
    public static bool Observes => false;
    public static void Polling(int port, int queue) { }
    public static void Received(int port, int queue, ref Burst burst) { }
    public static void Sending(int port, int queue, ref Burst burst) { }
    public static void Sent(int port, int queue, int count) { }
    public static unsafe void Dropped(int port, int queue, Mbuf* packet, DropReason reason) { }
}
