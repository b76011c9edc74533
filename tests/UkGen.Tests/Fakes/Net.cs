// What stands behind a port: a driver for each target, and for one of them two transports that serve together.

using Uk;
using Uk.EthDev;
using Uk.Mempool;
using Uk.Platform;
using Uk.Sched;

namespace Fakes.Net;

public interface IBus : IContract;

public interface IBus<TSelf> : IBus where TSelf : struct, IBus<TSelf>;

[Combine(typeof(FirstFound<,>))]
public interface ITransport : IContract;

public interface ITransport<TSelf> : ITransport where TSelf : struct, ITransport<TSelf>;

public struct FirstFound<TFirst, TSecond> : ITransport<FirstFound<TFirst, TSecond>>, IInitialize<FirstFound<TFirst, TSecond>>
    where TFirst : struct, ITransport<TFirst>
    where TSecond : struct, ITransport<TSecond>
{
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IBus>]
[Requires<IPortIo>]
public struct PciBus<TIo> : IBus<PciBus<TIo>>, IInitialize<PciBus<TIo>>
    where TIo : struct, IPortIo<TIo>
{
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<ITransport>]
[Requires<IBus>, Requires<IMachineMemory>]
public struct VirtioPci<TBus, TMemory> : ITransport<VirtioPci<TBus, TMemory>>, IInitialize<VirtioPci<TBus, TMemory>>
    where TBus : struct, IBus<TBus>
    where TMemory : struct, IMachineMemory<TMemory>
{
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<ITransport>]
[Requires<IMachineMemory>]
public struct VirtioMmio<TMemory> : ITransport<VirtioMmio<TMemory>>
    where TMemory : struct, IMachineMemory<TMemory>;

public enum Offload
{
    None,
    Checksum,
}

public interface IVirtioNetOptions : IOptions
{
    static virtual long TimeoutNs => 0;
    static virtual Offload Offload => Offload.None;
    static virtual bool Mergeable => false;
    static virtual string Label => "";
    [PowerOfTwo, Range(1, 32768)] static virtual int ControlDescriptors => 16;
}

[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IEthDriver>]
[Requires<ITransport>, Requires<IMempool>, Requires<IPortOptions>, Requires<IVirtioNetOptions>]
public struct VirtioNet<TTransport, TPool, TPort, TOptions>
    : IEthDriver<VirtioNet<TTransport, TPool, TPort, TOptions>>, IInitialize<VirtioNet<TTransport, TPool, TPort, TOptions>>
    where TTransport : struct, ITransport<TTransport>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
    where TOptions : struct, IVirtioNetOptions
{
    public static MacAddress MacAddress => default;
    public static bool LinkUp => true;
    public static bool Ended => false;
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
    public static int Transmit(int queue, ref Burst burst) => 0;
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Host)]
[Provides<IEthDriver>(Default = true)]
[Requires<IMempool>, Requires<IPortOptions>]
public struct PcapFile<TPool, TPort> : IEthDriver<PcapFile<TPool, TPort>>, IInitialize<PcapFile<TPool, TPort>>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    public static MacAddress MacAddress => default;
    public static bool LinkUp => true;
    public static bool Ended => true;
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
    public static int Transmit(int queue, ref Burst burst) => 0;
    public static void Initialize() { }
}

[UkLibrary(Targets = UkTargets.Host | UkTargets.Linux)]
[Provides<IEthDriver>]
public struct NullDevice : IEthDriver<NullDevice>
{
    public static MacAddress MacAddress => default;
    public static bool LinkUp => true;
    public static bool Ended => true;
    public static void Receive(int queue, ref Burst burst, ref DropCounters drops) { }
    public static int Transmit(int queue, ref Burst burst) => 0;
}

[UkLibrary]
[Provides<IEthPort>]
[Requires<IEthDriver>, Requires<IScheduler>, Requires<IPortOptions>]
public struct EthPort<TDriver, TScheduler, TPort> : IEthPort<EthPort<TDriver, TScheduler, TPort>>
    where TDriver : struct, IEthDriver<TDriver>
    where TScheduler : struct, IScheduler<TScheduler>
    where TPort : struct, IPortOptions
{
    private static PortStatistics s_statistics;

    public static MacAddress MacAddress => TDriver.MacAddress;
    public static bool LinkUp => TDriver.LinkUp;
    public static bool Ended => TDriver.Ended;
    public static void Idle(uint emptyPolls) => TScheduler.Idle(emptyPolls);
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

[UkLibrary]
[Provides<IScheduler>(Default = true)]
[Requires<ICpu>]
public struct RunToCompletion<TCpu> : IScheduler<RunToCompletion<TCpu>>
    where TCpu : struct, ICpu<TCpu>
{
    public static void Idle(uint emptyPolls) => TCpu.Relax(emptyPolls);
}

[UkLibrary]
[Provides<IScheduler>]
public struct Cooperative : IScheduler<Cooperative>, IInitialize<Cooperative>
{
    public static void Idle(uint emptyPolls) { }
    public static void Initialize() { }
}
