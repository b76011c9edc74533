// One end of a wire inside the program, as a port.

using Uk.EthDev;

namespace Uk.Port.Ring;

/// <summary>Driver of a port at one end of a <see cref="IRingLink"/>. DPDK: <c>net_ring</c>.</summary>
/// <remarks>
/// Data path; one lcore at each end. Packets are handed over and not copied, so the pools of both ends have <c>Chains</c> or
/// neither; an mbuf goes back to the pool that it is from. Taken only by ports that name it.
/// </remarks>
[UkLibrary]
[Provides<IEthDriver>(OnlyChosen = true)]
[Requires<IRingLink>]
[Requires<IPortOptions>]
public readonly unsafe struct RingPort<TLink, TPort> : IEthDriver<RingPort<TLink, TPort>>, IInitialize<RingPort<TLink, TPort>>
    where TLink : struct, IRingLink<TLink>
    where TPort : struct, IPortOptions
{
    private static int s_end;

    public static void Initialize() => s_end = TLink.Attach(TPort.Index);

    /// <summary>A locally administered one (IEEE 802-2014, 8.4), as of other ports in software.</summary>
    public static MacAddress MacAddress => new(0x0200_0000_0001UL + (ulong)TPort.Index);

    public static bool LinkUp => TLink.IsWhole;
    public static bool Ended => false;
    public static bool SendsChains => true;

    public static bool TryArm(int queue) => TLink.TryArm(s_end);
    public static void Disarm(int queue) => TLink.Disarm(s_end);
    public static int WakeFile(int queue) => TLink.WakeFile(s_end);

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        TLink.Receive(s_end, ref burst);
        // What the other end asked a device for is no property of what was received.
        for (int i = 0; i < burst.Count; i++) burst.At(i)->SetReceived(MbufOffloads.None, 0);
    }

    public static int Transmit(int queue, ref Burst burst) => TLink.Send(s_end, ref burst);
}
