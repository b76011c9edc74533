// The driver of a port where the program runs as an ordinary process: between the pool's mbufs and whatever the user
// chose to stand behind the port. Which that may be is in HostPortSettings.cs; each has a file of its own.

using System;
using Uk.EthDev;
using Uk.Mempool;

namespace Uk.Port.Host;

/// <summary>A network device made of a TAP, of capture files or of nothing.</summary>
/// <remarks>
/// Data path; one lcore. One virtual call per frame leads to the chosen backend: unlike a driver in an image, a host
/// port is chosen when the program starts. A frame is copied once in each direction.
/// </remarks>
[UkLibrary(Targets = UkTargets.Host)]
[Provides<IEthDriver>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public unsafe struct HostPort<TPool, TPort> : IEthDriver<HostPort<TPool, TPort>>, IInitialize<HostPort<TPool, TPort>>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private static HostBackend? _backend;
    private static MacAddress _macAddress;

    public static MacAddress MacAddress => _macAddress;
    public static bool LinkUp => Backend.LinkUp;
    public static bool Ended => Backend.Ended;
    /// <summary>A TAP and a capture file have frames for whomever.</summary>
    public static bool IsPromiscuous => true;

    /// <summary>All that no driver of its own serves: what is wrong is refused here, with a message.</summary>
    public static bool IsChosen
    {
        get
        {
            string choice = HostPortSettings.FindPort(HostPortSettings.ProcessArguments, Environment.GetEnvironmentVariable, TPort.Index);
            return !HostPortSettings.IsOfAnotherDriver(choice);
        }
    }

    public static string Forms => HostPortSettings.Forms;

    private static HostBackend Backend =>
        _backend ?? throw new InvalidOperationException("A host port was used before it was initialised.");

    /// <summary>
    /// Opens what the command line or the environment names. Ends the program with status 1 and a message where that
    /// cannot be, and with status 0 where only help was asked for.
    /// </summary>
    public static void Initialize()
    {
        string[] arguments = HostPortSettings.ProcessArguments;
        if (HostPortSettings.TryShowHelp(arguments, Console.Out)) Environment.Exit(0);
        LiveCounters.Add<TPort>();
        if (!IsChosen) return;
        try
        {
            Open(HostPortSettings.Parse(arguments, Environment.GetEnvironmentVariable, TPort.Index));
        }
        catch (HostPortException problem)
        {
            HostPortReport.Fail($"{Title}: {problem.Message}");
        }
        Console.Error.WriteLine($"{Title}: {Backend.Description}, MAC {_macAddress}");
        HostPortReport.Add(TPort.Index, Title, Backend, &ReadStatistics);
    }

    /// <summary>Takes the place of what was open before.</summary>
    internal static void Open(HostPortSettings settings)
    {
        _backend?.Close();
        _backend = settings.OpenBackend();
        _macAddress = settings.MacAddress;
    }

    internal static void Close() => Backend.Close();

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        HostBackend backend = Backend;
        // One burst of attempts, so that a flood of frames that must be dropped cannot hold the caller.
        for (int attempt = 0; attempt < Burst.Capacity && !burst.IsFull; attempt++)
        {
            Mbuf* packet = TPool.Allocate();
            // Without an mbuf frames wait where they are: in the TAP's queue or in the file.
            if (packet == null) return;
            DropReason reason = ReceiveInto(backend, packet, out bool received);
            if (received && reason == DropReason.None)
            {
                burst.Add(packet);
                continue;
            }
            TPool.Free(packet);
            if (!received) return;
            drops.Count(reason);
        }
    }

    public static int Transmit(int queue, ref Burst burst)
    {
        HostBackend backend = Backend;
        int sent = 0;
        try
        {
            while (sent < burst.Count && backend.TrySend(burst.At(sent)->Data))
                TPool.Free(burst.At(sent++));
            backend.Flush();
        }
        catch (HostPortException problem)
        {
            HostPortReport.Fail($"{Title}: {problem.Message}");
        }
        return sent;
    }

    private static string Title =>
        TPort.Name.Length == 0 ? $"port {TPort.Index}" : $"port {TPort.Index} ({TPort.Name})";

    private static ref readonly PortStatistics ReadStatistics() => ref PortCounters<TPort>.Statistics;

    private static DropReason ReceiveInto(HostBackend backend, Mbuf* packet, out bool received)
    {
        Span<byte> room = new(packet->DataPointer, (int)packet->Capacity);
        try
        {
            received = backend.TryReceive(room, out int lengthBytes, out DropReason reason);
            if (!received || reason != DropReason.None) return reason;
            return packet->TrySetLength((uint)lengthBytes) ? DropReason.None : DropReason.Oversize;
        }
        catch (HostPortException problem)
        {
            HostPortReport.Fail($"{Title}: {problem.Message}");
            received = false;
            return DropReason.None;
        }
    }
}
