// Capture files as a network: frames come from one file, as fast as they are taken, and go to another.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Uk.Bus;
using Uk.EthDev;
using Uk.Linux;
using Uk.Mempool;
using Uk.Platform;

namespace Uk.Port.Linux;

/// <summary>Driver of capture files: <c>--port0=pcap:in.pcap,out.pcap</c>; either may be left out. DPDK: <c>net_pcap</c>.</summary>
/// <remarks>
/// Data path; one lcore. The input is mapped into memory, so it is a regular file; at its end the port ends. What was sent
/// is in the output after each burst.
/// </remarks>
[UkLibrary(Targets = UkTargets.Linux)]
[Vdev("pcap")]
[Provides<IEthDriver>]
[Requires<IBus>]
[Requires<IDeviceTable>]
[Requires<ISystemCalls>]
[Requires<IStartOptions>]
[Requires<IMempool>]
[Requires<IPortOptions>]
public readonly unsafe struct PcapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>
    : IEthDriver<PcapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>, IInitialize<PcapPort<TBus, TDevices, TCalls, TStart, TPool, TPort>>
    where TBus : struct, IBus<TBus>
    where TDevices : struct, IDeviceTable<TDevices>
    where TCalls : struct, ISystemCalls<TCalls>
    where TStart : struct, IStartOptions<TStart>
    where TPool : struct, IMempool<TPool>
    where TPort : struct, IPortOptions
{
    private const nuint BufferBytes = 64 << 10;

    private const int StandardError = 2;

    private static PcapFile s_input;
    private static string s_inputPath = "";
    /// <summary>The file is broken from here on: said one call late, when the frames before have been delivered.</summary>
    private static PcapFailure s_failure;
    /// <summary>Negative: what is sent is discarded.</summary>
    private static int s_output;
    private static byte* s_buffer;
    private static nuint s_used;
    private static MacAddress s_macAddress;

    public static bool IsChosen => BusSearch<TBus, TDevices>.Serves(TPort.Index);
    public static string Forms => "pcap:<in.pcap>, pcap:<in.pcap>,<out.pcap>, pcap:,<out.pcap>";
    public static MacAddress MacAddress => s_macAddress;
    public static bool LinkUp => true;
    public static bool Ended => s_input.HasEnded && s_failure.IsNone;
    /// <summary>A capture file has frames for whomever.</summary>
    public static bool IsPromiscuous => true;

    /// <summary>The first comma divides; so no comma can be in the name of the input.</summary>
    public static void Initialize()
    {
        if (!BusSearch<TBus, TDevices>.TryTake(TPort.Index, out BusDevice found)) return;
        ReadOnlySpan<byte> paths = found.Arguments;
        s_macAddress = PortChoice<TStart>.MacOf(TPort.Index);
        int comma = paths.IndexOf((byte)',');
        ReadOnlySpan<byte> input = comma < 0 ? paths : paths[..comma];
        ReadOnlySpan<byte> output = comma < 0 ? default : paths[(comma + 1)..];
        if (input.Length == 0 && output.Length == 0) PortName.Refuse<TStart>(TPort.Index, paths, "use without a file pcap:", -LinuxError.EINVAL);
        s_output = -1;
        if (input.Length != 0) OpenInput(input);
        if (output.Length != 0) OpenOutput(output);
    }

    private static void OpenInput(ReadOnlySpan<byte> path)
    {
        int file = PortName.Open<TCalls>(path, LinuxFile.O_RDONLY);
        if (file < 0) PortName.Refuse<TStart>(TPort.Index, path, "read", file);
        LinuxFileStatus status = default;
        LinuxCalls<TCalls>.ReadStatus(file, &status);
        nuint lengthBytes = (nuint)status.LengthBytes;
        // An empty file, a pipe or a device has no length and cannot be mapped.
        nint start = lengthBytes == 0 ? -LinuxError.EINVAL : LinuxCalls<TCalls>.Map(0, lengthBytes, LinuxFile.PROT_READ, LinuxFile.MAP_PRIVATE, file, 0);
        if (start is < 0 and > -4096) PortName.Refuse<TStart>(TPort.Index, path, "map as a capture file", start);
        LinuxCalls<TCalls>.Close(file);
        s_inputPath = PortChoice<TStart>.ToText(path);
        PcapFailure failure = s_input.Open((byte*)start, lengthBytes);
        if (!failure.IsNone) Fail(failure);
    }

    /// <summary>The end of the program, with status 1: a file that lies is the user's business, and no fault of the program.</summary>
    [DoesNotReturn]
    [ColdPath("a broken file ends the program")]
    private static void Fail(PcapFailure failure)
    {
        byte[] text = Encoding.UTF8.GetBytes($"error: port {TPort.Index}: {failure.Describe(s_inputPath)}\n");
        fixed (byte* bytes = text) LinuxCalls<TCalls>.Write(StandardError, bytes, (nuint)text.Length);
        Environment.Exit(1);
    }

    private static void OpenOutput(ReadOnlySpan<byte> path)
    {
        s_output = PortName.Open<TCalls>(path, LinuxFile.O_WRONLY | LinuxFile.O_CREAT | LinuxFile.O_TRUNC);
        if (s_output < 0) PortName.Refuse<TStart>(TPort.Index, path, "write", s_output);
        nint buffer = LinuxCalls<TCalls>.Map(0, BufferBytes, LinuxFile.PROT_READ | LinuxFile.PROT_WRITE, LinuxFile.MAP_PRIVATE | LinuxFile.MAP_ANONYMOUS, -1, 0);
        if (buffer is < 0 and > -4096) PortName.Refuse<TStart>(TPort.Index, path, "buffer", buffer);
        s_buffer = (byte*)buffer;
        // Also a capture without frames is a capture file.
        PcapFile.WriteHeader(s_buffer);
        s_used = PcapHeader.FileBytes;
        Flush();
    }

    public static void Receive(int queue, ref Burst burst, ref DropCounters drops)
    {
        if (!s_failure.IsNone) Fail(s_failure);
        for (int i = 0; i < Burst.Capacity && !s_input.HasEnded; i++)
        {
            Mbuf* mbuf = TPool.Allocate();
            // Without an mbuf frames wait in the file.
            if (mbuf == null) return;
            s_failure = s_input.Next(out byte* frame, out PcapRecord record);
            DropReason reason = record.FrameBytes < record.OriginalBytes ? DropReason.Truncated
                : mbuf->TrySetLength(record.FrameBytes) ? DropReason.None : DropReason.Oversize;
            if (reason == DropReason.None && s_failure.IsNone)
            {
                Unsafe.CopyBlockUnaligned(mbuf->DataPointer, frame, record.FrameBytes);
                burst.Add(mbuf);
                continue;
            }
            TPool.Free(mbuf);
            if (!s_failure.IsNone) return;
            drops.Count(reason);
        }
    }

    public static int Transmit(int queue, ref Burst burst)
    {
        ulong nowNs = s_output < 0 ? 0 : LinuxCalls<TCalls>.RealTimeNs();
        for (int i = 0; i < burst.Count; i++)
        {
            Mbuf* mbuf = burst.At(i);
            if (s_output >= 0) Write(mbuf, nowNs);
            TPool.Free(mbuf);
        }
        if (s_output >= 0) Flush();
        return burst.Count;
    }

    private static void Write(Mbuf* mbuf, ulong nowNs)
    {
        uint frameBytes = mbuf->DataLength;
        if (s_used + PcapHeader.RecordBytes + frameBytes > BufferBytes) Flush();
        byte* record = s_buffer + s_used;
        PcapFile.WriteRecordHeader(record, frameBytes, nowNs);
        Unsafe.CopyBlockUnaligned(record + PcapHeader.RecordBytes, mbuf->DataPointer, frameBytes);
        s_used += PcapHeader.RecordBytes + frameBytes;
    }

    /// <summary>A file with a gap would tell a wrong story: where the system takes no more, the program ends.</summary>
    private static void Flush()
    {
        nuint done = 0;
        while (done < s_used)
        {
            nint written = LinuxCalls<TCalls>.Write(s_output, s_buffer + done, s_used - done);
            if (written == -LinuxError.EINTR) continue;
            if (written <= 0) Stop(written);
            done += (nuint)written;
        }
        s_used = 0;
    }

    [DoesNotReturn]
    private static void Stop(nint error) =>
        throw new InvalidOperationException($"Port {TPort.Index}: the capture file cannot be written: {LinuxError.Describe(error)}.");
}
