// A port without anything behind it.

using Uk.Bus;
using Uk.EthDev;
using Uk.Mempool;
using Uk.Platform;

namespace Uk.Port.Null;

/// <summary>
/// Receives never and swallows what is sent: <c>--port0=null</c>. DPDK: <c>net_null</c>, which makes up what it receives.
/// </summary>
/// <remarks>
/// On <c>kvm</c> in the images of programs that name it: <c>[Port(1), Uses(typeof(NullPort&lt;,,,,&gt;))]</c>, alone or, for the
/// user to choose, beside another driver.
/// </remarks>
[UkLibrary]
[Vdev("null")]
[Provides<IEthDriver>(OnlyChosenOn = UkTargets.Kvm | UkTargets.Host)]
[Requires<IBus>]
[Requires<IDeviceTable>]
[Requires<IStartOptions>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public readonly unsafe struct NullPort<TBus, TDevices, TStart, TPool, TPort>
    : IEthDriver<NullPort<TBus, TDevices, TStart, TPool, TPort>>, IInitialize<NullPort<TBus, TDevices, TStart, TPool, TPort>>
    where TBus : struct, IBus<TBus>
    where TDevices : struct, IDeviceTable<TDevices>
    where TStart : struct, IStartOptions<TStart>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private static MacAddress s_macAddress;

    /// <summary>A port that has no other driver needs no option.</summary>
    public static bool IsChosen => TDevices.IsAlone || BusSearch<TBus, TDevices>.Serves(TPort.Index);
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
