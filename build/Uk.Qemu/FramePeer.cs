// The other end of the guest's network cable, in this process and without privileges.

using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace Uk.Qemu;

/// <summary>Sends and receives Ethernet frames, without a frame check sequence. Sending and receiving may be two threads.</summary>
/// <remarks>
/// Nothing is lost on the way: where the guest has no room, QEMU stops reading and <see cref="Send"/> waits.
/// </remarks>
public sealed class FramePeer : IDisposable
{
    /// <summary>What QEMU takes at most: NET_BUFSIZE.</summary>
    public const int MaxFrameBytes = 4096 + 65536;

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly BlockingCollection<byte[]> _received = [];
    private readonly Task<NetworkStream> _stream;
    private readonly byte[] _sendBuffer = new byte[4 + MaxFrameBytes];

    public FramePeer()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(_folder.File("net")));
        _listener.Listen(1);
        _stream = AcceptAsync();
    }

    /// <summary>For <see cref="QemuOptions.Network"/>.</summary>
    public NetworkBackend Backend => NetworkBackend.Stream(_folder.File("net"));

    /// <summary>Hands a frame to QEMU.</summary>
    /// <exception cref="TimeoutException">QEMU has not connected.</exception>
    public void Send(ReadOnlySpan<byte> frame)
    {
        if (!_stream.Wait(TimeSpan.FromSeconds(10))) throw new TimeoutException("QEMU has not connected to the socket");
        BinaryPrimitives.WriteInt32BigEndian(_sendBuffer, frame.Length);
        frame.CopyTo(_sendBuffer.AsSpan(4));
        _stream.Result.Write(_sendBuffer.AsSpan(0, 4 + frame.Length));
    }

    /// <summary>The next frame that the guest sent, or null where none comes in time.</summary>
    public byte[]? Receive(TimeSpan timeout) => _received.TryTake(out byte[]? frame, timeout) ? frame : null;

    public void Dispose()
    {
        _listener.Dispose();
        if (_stream.IsCompletedSuccessfully) _stream.Result.Dispose();
        _folder.Dispose();
    }

    private async Task<NetworkStream> AcceptAsync()
    {
        Socket socket = await _listener.AcceptAsync();
        var stream = new NetworkStream(socket, ownsSocket: true);
        _ = ReceiveAllAsync(stream);
        return stream;
    }

    private async Task ReceiveAllAsync(NetworkStream stream)
    {
        var length = new byte[4];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
                await stream.ReadExactlyAsync(frame);
                _received.Add(frame);
            }
        }
        catch (Exception e) when (e is System.IO.IOException or ObjectDisposedException)
        {
            // QEMU ended, or this end was disposed.
        }
    }
}
