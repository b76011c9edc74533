// A port without a driver: for applications that bring their own.

using Uk;
using Uk.EthDev;

namespace Fakes.OnlyPort;

[UkLibrary]
[Provides<IEthPort>]
[Requires<IEthDriver>]
public struct EthPort<TDriver> : IEthPort<EthPort<TDriver>>
    where TDriver : struct, IEthDriver<TDriver>
{
    private static PortStatistics s_statistics;

    public static MacAddress MacAddress => TDriver.MacAddress;
    public static bool LinkUp => TDriver.LinkUp;
    public static bool Ended => TDriver.Ended;
    public static void Idle(uint emptyPolls) { }
    public static ref readonly PortStatistics Statistics => ref s_statistics;
    public static bool RxBurst(ref Burst burst, int queue = 0) => false;
    public static int TryRxBurst(ref Burst burst, int queue = 0) => 0;
    public static int TxBurst(ref Burst burst, int queue = 0) => 0;
    public static int TryTxBurst(ref Burst burst, int queue = 0) => 0;
    public static unsafe int TxBuffer(ref Burst buffer, Mbuf* packet, int queue = 0) => 0;
    public static int QueueCount => 1;
    public static ref readonly PortStatistics QueueStatistics(int queue) => ref s_statistics;
    public static EthLink Link => TDriver.Link;
    public static EthOffloads Capabilities => TDriver.Capabilities;
    public static int MtuBytes => TDriver.MtuBytes;
    public static bool TrySetMtu(int mtuBytes) => false;
    public static bool IsPromiscuous => false;
    public static bool TrySetPromiscuous(bool on) => false;
    public static int ReadExtendedStatistics(System.Span<EthStatistic> statistics) => 0;
}
