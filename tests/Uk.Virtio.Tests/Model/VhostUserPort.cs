// The driver over a vhost-user socket: everything but the program around it is real.

global using SocketDriver = Uk.Virtio.Net.VirtioNet<
    Uk.Bus.VdevBus<Uk.Virtio.Tests.Model.SocketOptions>,
    Uk.Virtio.User.VhostUser<Uk.Platform.HostPlatform, Uk.Virtio.Tests.Model.SocketOptions, Uk.Virtio.Tests.Model.SocketMemory, Uk.Virtio.Tests.Model.SocketConsole>,
    Uk.Virtio.Tests.Model.SocketDevices,
    Uk.Mempool.Mempool<Uk.Virtio.Tests.Model.SocketMemory, Uk.Virtio.Tests.Model.SocketLcores, Uk.Mempool.NobodyObservesPool, Uk.Virtio.Tests.Model.SocketPoolOptions>,
    Uk.Virtio.Tests.Model.SocketMemory,
    Uk.Virtio.Tests.Model.ModelPort,
    Uk.Virtio.Tests.Model.SocketRings>;
global using SocketPool = Uk.Mempool.Mempool<Uk.Virtio.Tests.Model.SocketMemory, Uk.Virtio.Tests.Model.SocketLcores, Uk.Mempool.NobodyObservesPool, Uk.Virtio.Tests.Model.SocketPoolOptions>;

using System;
using System.Text;
using Uk.Bus;
using Uk.Memory;
using Uk.Mempool;
using Uk.Platform;
using Uk.Virtio.Net;

namespace Uk.Virtio.Tests.Model;

/// <summary>--port0=vhost-user:PATH.</summary>
internal readonly struct SocketOptions : IStartOptions<SocketOptions>
{
    public static string Path { get; set; } = "";

    public static bool TryGetOption(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> variable, out ReadOnlySpan<byte> value)
    {
        value = Encoding.UTF8.GetBytes("vhost-user:" + Path);
        return name.SequenceEqual("--port0"u8);
    }
}

internal readonly struct SocketDevices : IDeviceTable<SocketDevices>
{
    public static bool HasVdevs => true;
    public static DeviceMatch OfVdev(ReadOnlySpan<byte> name) => name.SequenceEqual("vhost-user"u8) ? DeviceMatch.Own : DeviceMatch.None;
}

/// <summary>One piece of memory that is shared, and taken anew from its start for each test.</summary>
internal readonly struct SocketMemory : IMemoryRegion<SocketMemory>, ISharedMemory<SocketMemory>
{
    private const nuint Length = 4 << 20;
    private static readonly nuint _start = HostPlatform.Reserve(Length, 4096);
    private static readonly int _piece = HostPlatform.PieceCount - 1;
    private static nuint _used;

    public static unsafe void Reset()
    {
        new Span<byte>((void*)_start, (int)Length).Clear();
        _used = 0;
    }

    public static nuint BaseAddress => _start;
    public static nuint LengthBytes => Length;
    public static nuint FreeBytes => Length - _used;

    public static nuint Allocate(nuint lengthBytes, nuint alignmentBytes)
    {
        nuint at = (_used + alignmentBytes - 1) & ~(alignmentBytes - 1);
        if (at + lengthBytes > Length) return 0;
        _used = at + lengthBytes;
        return _start + at;
    }

    public static bool Free(nuint address, nuint lengthBytes) => false;
    public static ulong ToIova(nuint address) => address;
    public static int PieceCount => 1;
    public static SharedPiece Piece(int index) => HostPlatform.Piece(_piece);
}

internal readonly struct SocketConsole : IConsole<SocketConsole>
{
    public static void Write(ReadOnlySpan<byte> utf8)
    {
    }
}

internal readonly struct SocketLcores : ILcores<SocketLcores>
{
    public static int Count => 1;
    public static int Id => 0;
}

internal readonly struct SocketPoolOptions : IMempoolOptions
{
    public static int Mbufs => 255;
    public static bool TrackOwnership => true;
}

internal readonly struct SocketRings : IVirtioNetOptions
{
    public static VirtioRings Rings => VirtioRings.Split;
}
