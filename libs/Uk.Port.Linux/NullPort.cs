using Uk.EthDev;
using Uk.Mempool;
using Uk.Platform;

namespace Uk.Port.Linux;

/// <summary>
/// Receives never and swallows what is sent: <c>--port0=null</c>. DPDK: <c>net_null</c>, which makes up what it receives.
/// </summary>
[UkLibrary(Targets = UkTargets.Linux)]
[Provides<IEthDriver>]
[Requires<IStartOptions>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public readonly unsafe struct NullPort<TStart, TPool, TPort>
    : IEthDriver<NullPort<TStart, TPool, TPort>>, IInitialize<NullPort<TStart, TPool, TPort>>
    where TStart : struct, IStartOptions<TStart>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private static MacAddress s_macAddress;

    public static bool IsChosen => PortChoice<TStart>.TryTake(TPort.Index, "null"u8, out _);
    public static string Forms => "null";
    public static MacAddress MacAddress => s_macAddress;
    public static bool LinkUp => true;
    public static bool Ended => false;
    /// <summary>There are no frames for others, and none that are held back.</summary>
    public static bool IsPromiscuous => true;
    public static int MaxQueues => IPortOptions.QueuesMax;
    public static bool SendsChains => true;

    public static void Initialize()
    {
        if (IsChosen) s_macAddress = PortChoice<TStart>.MacOf(TPort.Index);
    }

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
    }

    public static int Transmit(int queue, ref Burst burst)
    {
        for (int i = 0; i < burst.Count; i++) TPool.Free(burst.At(i));
        return burst.Count;
    }
}
