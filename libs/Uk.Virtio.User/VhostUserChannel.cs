// Messages to a vhost-user backend and its replies. Each waits for what comes back, so nothing is ever in flight twice.

using System;
using System.Runtime.CompilerServices;
using Uk.Linux;
using Uk.Platform;
using static Uk.Linux.LinuxSocket;
using static Uk.Virtio.User.VhostUserSpec;

namespace Uk.Virtio.User;

/// <summary>One connection. Control path. After any failure it is closed, and every call fails.</summary>
internal unsafe struct VhostUserChannel<TCalls> where TCalls : struct, ISystemCalls<TCalls>
{
    /// <summary>A backend that takes longer for a whole answer, however it comes, is taken for dead.</summary>
    private const long PatienceNs = 3_000_000_000;

    /// <summary>An exchange of several answers, as the one from a connection, or from a reset, until packets flow.</summary>
    private const long ExchangePatienceNs = 2 * PatienceNs;

    private const long NsPerMs = 1_000_000;

    /// <summary>The socket's number plus 1, so that what is zeroed is closed.</summary>
    private int _socketPlus1;

    /// <summary>When an exchange of several answers has to be over; <see cref="long.MaxValue"/> outside of one.</summary>
    private long _exchangeEndNs;

    /// <summary>VHOST_USER_PROTOCOL_F_REPLY_ACK was agreed: the backend says of each message whether it took it.</summary>
    public bool AsksForAcknowledgement;

    /// <summary>-1 while it is closed.</summary>
    public readonly int Socket => _socketPlus1 - 1;

    public readonly bool IsOpen => _socketPlus1 != 0;

    /// <summary>The result of the system call that failed, for a message.</summary>
    public nint Error { get; private set; }

    public bool TryConnect(ReadOnlySpan<byte> path)
    {
        Close();
        LinuxUnixAddress address = default;
        if (path.Length > LinuxUnixAddress.PathBytesMax) return false;
        address.Family = AF_UNIX;
        path.CopyTo(new Span<byte>(address.Path, LinuxUnixAddress.PathBytesMax));
        int socket = LinuxCalls<TCalls>.Socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        Error = socket;
        if (socket < 0) return false;
        _exchangeEndNs = long.MaxValue;
        BeginExchange();
        Error = LinuxCalls<TCalls>.Connect(socket, &address, sizeof(LinuxUnixAddress));
        _socketPlus1 = socket + 1;
        if (Error < 0) Close();
        return IsOpen;
    }

    /// <summary>The answers from now on have one time for all of them. Within an exchange it stays the same one.</summary>
    public void BeginExchange()
    {
        if (_exchangeEndNs == long.MaxValue) _exchangeEndNs = LinuxCalls<TCalls>.MonotonicNs() + ExchangePatienceNs;
    }

    /// <summary>From now on each answer has its own time.</summary>
    public void EndExchange() => _exchangeEndNs = long.MaxValue;

    public void Close()
    {
        if (IsOpen) LinuxCalls<TCalls>.Close(_socketPlus1 - 1);
        _socketPlus1 = 0;
        AsksForAcknowledgement = false;
    }

    /// <summary>The backend has closed its end, or said something unasked.</summary>
    public readonly bool HasEnded
    {
        get
        {
            if (!IsOpen) return true;
            byte any;
            nint got = LinuxCalls<TCalls>.Receive(_socketPlus1 - 1, &any, 1, MSG_PEEK | MSG_DONTWAIT);
            return got != -LinuxError.EAGAIN && got != -LinuxError.EINTR;
        }
    }

    /// <summary>Sends; true if the backend took it, as far as it says so.</summary>
    public bool TrySet<T>(VhostUserRequest request, in T payload, int payloadBytes, int* files, int fileCount)
        where T : unmanaged
    {
        bool asks = AsksForAcknowledgement;
        if (!TrySend(request, asks ? NeedReply : 0, payload, payloadBytes, files, fileCount)) return false;
        if (!asks) return true;
        return TryReceive(request, out ulong refused) && refused == 0;
    }

    public bool TrySet<T>(VhostUserRequest request, in T payload) where T : unmanaged =>
        TrySet(request, payload, sizeof(T), null, 0);

    /// <summary>A message without payload and without an answer.</summary>
    public bool TrySet(VhostUserRequest request) => TrySet(request, (byte)0, 0, null, 0);

    /// <summary>With a file, or without one where its number is negative.</summary>
    public bool TrySetFile(VhostUserRequest request, uint index, int file)
    {
        const ulong NoFile = 1 << 8;
        return file < 0
            ? TrySet(request, index | NoFile)
            : TrySet(request, (ulong)index, sizeof(ulong), &file, 1);
    }

    public bool TryGet<T>(VhostUserRequest request, out T value) where T : unmanaged
    {
        value = default;
        return TrySend(request, 0, (byte)0, 0, null, 0) && TryReceive(request, out value);
    }

    /// <summary>Asks about a queue.</summary>
    public bool TryGetVring(VhostUserRequest request, ref VhostUserVringState state) =>
        TrySend(request, 0, state, sizeof(VhostUserVringState), null, 0) && TryReceive(request, out state);

    private bool TrySend<T>(
        VhostUserRequest request, uint flags, in T payload, int payloadBytes, int* files, int fileCount)
        where T : unmanaged
    {
        if (!IsOpen) return false;
        VhostUserHeader header = new() { request = (uint)request, flags = ProtocolVersion | flags, size = (uint)payloadBytes };
        byte* control = stackalloc byte[sizeof(LinuxControlHeader) + RegionsMax * sizeof(int)];
        fixed (T* bytes = &payload)
        {
            LinuxPiece* pieces = stackalloc LinuxPiece[2];
            pieces[0] = new LinuxPiece { Start = &header, LengthBytes = (nuint)sizeof(VhostUserHeader) };
            pieces[1] = new LinuxPiece { Start = bytes, LengthBytes = (nuint)payloadBytes };
            LinuxMessage message = new() { Pieces = pieces, PieceCount = payloadBytes == 0 ? 1u : 2u };
            if (fileCount != 0) AddFiles(ref message, control, files, fileCount);
            nint sent = LinuxCalls<TCalls>.SendMessage(_socketPlus1 - 1, &message, MSG_NOSIGNAL);
            if (sent == sizeof(VhostUserHeader) + payloadBytes) return true;
            Error = sent;
        }
        Close();
        return false;
    }

    /// <summary>cmsg(3): the header counts itself in, without the padding behind the data.</summary>
    private static void AddFiles(ref LinuxMessage message, byte* control, int* files, int fileCount)
    {
        nuint length = (nuint)(sizeof(LinuxControlHeader) + fileCount * sizeof(int));
        *(LinuxControlHeader*)control = new LinuxControlHeader
        {
            LengthBytes = length,
            Level = LinuxControlHeader.SOL_SOCKET,
            Type = LinuxControlHeader.SCM_RIGHTS,
        };
        Unsafe.CopyBlockUnaligned(control + sizeof(LinuxControlHeader), files, (uint)(fileCount * sizeof(int)));
        message.Control = control;
        message.ControlLengthBytes = length;
    }

    /// <summary>The answer to this request, and of this length, or the connection is closed: there is no other order.</summary>
    private bool TryReceive<T>(VhostUserRequest request, out T value) where T : unmanaged
    {
        value = default;
        VhostUserHeader header = default;
        T received = default;
        long endNs = Math.Min(LinuxCalls<TCalls>.MonotonicNs() + PatienceNs, _exchangeEndNs);
        if (TryReceiveBytes((byte*)&header, sizeof(VhostUserHeader), endNs)
            && header.request == (uint)request
            && (header.flags & (VersionMask | Reply)) == (ProtocolVersion | Reply)
            && header.size == (uint)sizeof(T)
            && TryReceiveBytes((byte*)&received, sizeof(T), endNs))
        {
            value = received;
            return true;
        }
        Close();
        return false;
    }

    private bool TryReceiveBytes(byte* bytes, int lengthBytes, long endNs)
    {
        while (lengthBytes > 0)
        {
            nint got = LinuxCalls<TCalls>.Receive(_socketPlus1 - 1, bytes, (nuint)lengthBytes, MSG_DONTWAIT);
            if (got == -LinuxError.EINTR) continue;
            if (got == -LinuxError.EAGAIN && TryWait(endNs)) continue;
            Error = got;
            if (got <= 0) return false;
            bytes += got;
            lengthBytes -= (int)got;
        }
        return true;
    }

    /// <summary>Until something has come. False once the time is over.</summary>
    private readonly bool TryWait(long endNs)
    {
        long leftNs = endNs - LinuxCalls<TCalls>.MonotonicNs();
        if (leftNs <= 0) return false;
        LinuxPoll poll = new() { File = _socketPlus1 - 1, Wanted = LinuxPoll.POLLIN };
        LinuxCalls<TCalls>.Poll(&poll, 1, (int)((leftNs + NsPerMs - 1) / NsPerMs));
        return true;
    }
}
