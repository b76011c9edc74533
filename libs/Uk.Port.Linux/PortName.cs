// Names that the user gave, as the kernel wants them, and what is said where it does not take them.

using System;
using Uk.EthDev;
using Uk.Linux;
using Uk.Platform;

namespace Uk.Port.Linux;

internal static unsafe class PortName
{
    /// <summary>IFNAMSIZ, less the terminating zero.</summary>
    public const int InterfaceBytesMax = 15;

    public const int PathBytesMax = 4095;

    /// <summary>Copies the name with a zero behind it. False if it is empty or too long.</summary>
    public static bool TryCopy(ReadOnlySpan<byte> name, byte* destination, int bytesMax)
    {
        if (name.Length == 0 || name.Length > bytesMax) return false;
        name.CopyTo(new Span<byte>(destination, bytesMax));
        destination[name.Length] = 0;
        return true;
    }

    /// <summary>Opens a file. A negated errno where that cannot be.</summary>
    public static int Open<TCalls>(ReadOnlySpan<byte> path, int flags) where TCalls : struct, ISystemCalls<TCalls>
    {
        byte* copy = stackalloc byte[PathBytesMax + 1];
        return TryCopy(path, copy, PathBytesMax)
            ? LinuxCalls<TCalls>.Open(copy, flags | LinuxFile.O_CLOEXEC, 0x1B6)
            : -LinuxError.ENOENT;
    }

    /// <summary>As <see cref="Refuse"/>, of an interface of the kernel.</summary>
    public static void RefuseInterface<TStart>(int index, ReadOnlySpan<byte> name, string what, nint error)
        where TStart : struct, IStartOptions<TStart>
    {
        string text = PortChoice<TStart>.ToText(name);
        throw new InvalidOperationException(
            $"Port {index}: cannot {what} '{text}': {LinuxError.Describe(error)}. 'ip link' lists what there is; "
            + $"'sudo ip tuntap add dev {text} mode tap user $USER && sudo ip link set {text} up' makes a TAP for --port{index}=tap:{text}; "
            + $"--port{index}=pcap:in.pcap,out.pcap and --port{index}=null need no device.");
    }

    public static void Refuse<TStart>(int index, ReadOnlySpan<byte> name, string what, nint error)
        where TStart : struct, IStartOptions<TStart> =>
        throw new InvalidOperationException(
            $"Port {index}: cannot {what} '{PortChoice<TStart>.ToText(name)}': {LinuxError.Describe(error)}.");
}
