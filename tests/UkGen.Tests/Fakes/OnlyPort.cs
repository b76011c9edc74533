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
    public static ref readonly PortStatistics Statistics => ref s_statistics;
    public static bool RxBurst(ref Burst burst) => false;
    public static int TryRxBurst(ref Burst burst) => 0;
    public static int TxBurst(ref Burst burst) => 0;
}
