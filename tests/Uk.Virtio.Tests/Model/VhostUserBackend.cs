// A vhost-user backend over a real socket and real shared memory, written from the protocol's specification. What it does
// with the queues is the test's business: it hands them to the model of a device, which maps the front end's memory anew.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading;
using Uk.Linux;
using Uk.Platform;
using Xunit;

namespace Uk.Virtio.Tests.Model;

internal sealed unsafe class VhostUserBackend : IDisposable
{
    private const ulong ProtocolFeatures = 1UL << 30, ReplyAck = 1UL << 3, Mq = 1UL << 0;

    private readonly string _path;
    private readonly Socket _listener;
    private readonly Thread _thread;
    private readonly List<(ulong Guest, ulong User, ulong Length, nint Mapped)> _memory = [];
    private readonly Lock _lock = new();
    /// <summary>Queues whose rings have a place: the file for kicks is the last that is said of them.</summary>
    private readonly HashSet<ModelQueue> _placed = [];
    private Socket? _connection;
    private bool _acknowledges;
    private volatile bool _ended;

    public VhostUserBackend(string path, ulong features)
    {
        _path = path;
        Features = features;
        Device = new ModelDevice(features);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen(1);
        ModelMemory.Elsewhere = Translate;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public ulong Features { get; }

    /// <summary>The queues of the last connection.</summary>
    public ModelDevice Device { get; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <summary>Requests of this number are answered with nothing, or with rubbish.</summary>
    public uint Silent { get; set; }
    public uint Rubbish { get; set; }
    /// <summary>Requests of this number are refused, where they ask whether they are taken.</summary>
    public uint Refused { get; set; }

    /// <summary>Answers to requests of this number come a byte at a time, with so long between two.</summary>
    public uint Dripped { get; set; }
    public TimeSpan DripPause { get; set; }

    public bool IsRunning => (Device.Status & 4) != 0;

    /// <summary>How often the queues were started: again after each reset and in each connection.</summary>
    public int Starts { get; private set; }

    /// <summary>The front end sees the end of the connection; what it has shared stays mapped here, as in a process that lives.</summary>
    public void Disconnect()
    {
        lock (_lock)
        {
            // Closing alone would not wake the thread that reads.
            if (_connection is { Connected: true } connection) connection.Shutdown(SocketShutdown.Both);
        }
    }

    public void Dispose()
    {
        _ended = true;
        _listener.Dispose();
        Disconnect();
        _thread.Join();
        File.Delete(_path);
        ModelMemory.Elsewhere = null;
    }

    private readonly ManualResetEventSlim _dripEnd = new();
    private readonly int[] _kicks = [-1, -1];
    private int _call = -1, _memoryFile = -1;

    /// <summary>A backend that drips goes on with something else.</summary>
    public void EndDripping()
    {
        Dripped = 0;
        _dripEnd.Set();
    }

    /// <summary>
    /// What a backend can do with files that both sides have: writing to the kick would wait, and so would reading the call.
    /// </summary>
    public void SpoilSharedFiles()
    {
        foreach (int file in _kicks.Append(_call))
        {
            ulong count = 0;
            LinuxCalls<HostPlatform>.Read(file, &count, sizeof(ulong));
            if (file != _call)
            {
                count = ulong.MaxValue - 1;
                LinuxCalls<HostPlatform>.Write(file, &count, sizeof(ulong));
            }
            Assert.Equal(0, fcntl(file, SetFlags, 2));
        }
    }

    /// <summary>The result of ftruncate(2) on memory that the front end has shared.</summary>
    public int ShrinkMemory() => LinuxCalls<HostPlatform>.Truncate(_memoryFile, 0);

    private const int SetFlags = 4;

    [DllImport("libc", SetLastError = true)]
    private static extern int fcntl(int file, int command, int argument);

    /// <summary>Interrupts for the receive queue, as a backend does where the ring asks for it.</summary>
    public void Call()
    {
        ulong one = 1;
        LinuxCalls<HostPlatform>.Write(_call, &one, sizeof(ulong));
    }

    // Rings have addresses of the front end, buffers those of its guest; without a guest both are the same.
    private nint Translate(ulong address, uint lengthBytes)
    {
        foreach ((ulong guest, ulong user, ulong length, nint mapped) in _memory)
        {
            if (address >= user && address + lengthBytes <= user + length) return mapped + (nint)(address - user);
            if (address >= guest && address + lengthBytes <= guest + length) return mapped + (nint)(address - guest);
        }
        throw new InvalidOperationException($"0x{address:X} is in no memory that the front end has shared");
    }

    private void Serve()
    {
        while (!_ended)
        {
            try
            {
                Socket connection = _listener.Accept();
                lock (_lock) _connection = connection;
                _acknowledges = false;
                _placed.Clear();
                Connections++;
                Device.Status = 0;
                while (HandleRequest(connection))
                {
                }
                connection.Dispose();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test has closed one of the two.
            }
            Device.Status = 0;
        }
    }

    private bool HandleRequest(Socket connection)
    {
        uint* header = stackalloc uint[3];
        int* files = stackalloc int[8];
        int fileCount = Receive(connection, header, 12, files);
        if (fileCount < 0) return false;
        byte[] payload = new byte[header[2]];
        fixed (byte* bytes = payload)
            if (payload.Length != 0 && Receive(connection, bytes, payload.Length, null) < 0) return false;
        uint request = header[0];
        ulong? answer = Handle(request, payload, files, fileCount);
        if (request == Silent) return true;
        if (request == 11) Reply(connection, request, [.. BitConverter.GetBytes(BitConverter.ToUInt32(payload)), 0, 0, 0, 0]);
        else if (answer is { } value) Reply(connection, request, BitConverter.GetBytes(value));
        else if (_acknowledges && (header[1] & 8) != 0) Reply(connection, request, BitConverter.GetBytes(request == Refused ? 1ul : 0ul));
        return true;
    }

    private void Reply(Socket connection, uint request, byte[] payload)
    {
        if (request == Rubbish) request ^= 0x55;
        byte[] answer = [.. BitConverter.GetBytes(request), .. BitConverter.GetBytes(1u | 4u), .. BitConverter.GetBytes(payload.Length), .. payload];
        if (request != Dripped)
        {
            connection.Send(answer);
            return;
        }
        foreach (byte each in answer)
        {
            connection.Send([each]);
            if (_dripEnd.Wait(DripPause)) return;
        }
    }

    // QEMU enables queues first, and says then where they are; others the other way round.
    private void StartIfComplete()
    {
        if (IsRunning || Device.Queues.Any(queue => !queue.Enabled || !_placed.Contains(queue))) return;
        Starts++;
        Device.Status = 15;
    }

    /// <summary>Returns what the request asks for.</summary>
    private ulong? Handle(uint request, byte[] payload, int* files, int fileCount)
    {
        uint index = payload.Length >= 8 ? BitConverter.ToUInt32(payload) & 0xFF : 0;
        ModelQueue queue = Device.Queues[index % 2];
        switch (request)
        {
            case 1: return Features | ProtocolFeatures;
            case 15: return ReplyAck | Mq;
            case 17: return 1;
            case 2: Device.DriverFeatures = BitConverter.ToUInt64(payload); break;
            case 16: _acknowledges = true; break;
            case 5: MapMemory(payload, files, fileCount); break;
            case 8: queue.Size = BitConverter.ToUInt16(payload, 4); break;
            case 9:
                queue.DescriptorArea = BitConverter.ToUInt64(payload, 8);
                queue.DeviceArea = BitConverter.ToUInt64(payload, 16);
                queue.DriverArea = BitConverter.ToUInt64(payload, 24);
                break;
            case 18:
                queue.Enabled = BitConverter.ToUInt32(payload, 4) == 1;
                StartIfComplete();
                break;
            case 12:
                _placed.Add(queue);
                StartIfComplete();
                break;
            case 11:
                _placed.Remove(queue);
                Device.Status = 0;
                break;
        }
        if (request == 13 && index == 0 && fileCount == 1)
        {
            if (_call >= 0) LinuxCalls<HostPlatform>.Close(_call);
            _call = files[0];
        }
        else if (request == 12 && fileCount == 1)
        {
            if (_kicks[index % 2] >= 0) LinuxCalls<HostPlatform>.Close(_kicks[index % 2]);
            _kicks[index % 2] = files[0];
        }
        else if (request is 12 or 13)
            for (int i = 0; i < fileCount; i++) LinuxCalls<HostPlatform>.Close(files[i]);
        return null;
    }

    private void MapMemory(byte[] payload, int* files, int fileCount)
    {
        _memory.Clear();
        for (int i = 0; i < fileCount; i++)
        {
            int at = 8 + 32 * i;
            ulong guest = BitConverter.ToUInt64(payload, at), length = BitConverter.ToUInt64(payload, at + 8);
            ulong user = BitConverter.ToUInt64(payload, at + 16), offset = BitConverter.ToUInt64(payload, at + 24);
            nint mapped = LinuxCalls<HostPlatform>.Map(0, (nuint)(offset + length), 3, LinuxFile.MAP_SHARED, files[i], 0);
            if (mapped is < 0 and > -4096) throw new InvalidOperationException("the memory cannot be mapped");
            if (_memoryFile >= 0) LinuxCalls<HostPlatform>.Close(_memoryFile);
            _memoryFile = files[i];
            _memory.Add((guest, user, length, mapped + (nint)offset));
        }
    }

    /// <summary>Files that came along; negative where the connection has ended.</summary>
    private static int Receive(Socket connection, void* bytes, int lengthBytes, int* files)
    {
        int socket = (int)connection.Handle;
        byte* control = stackalloc byte[64];
        int count = 0;
        for (int got = 0; got < lengthBytes;)
        {
            LinuxPiece piece = new() { Start = (byte*)bytes + got, LengthBytes = (nuint)(lengthBytes - got) };
            LinuxMessage message = new() { Pieces = &piece, PieceCount = 1, Control = control, ControlLengthBytes = 64 };
            nint result = LinuxCalls<HostPlatform>.ReceiveMessage(socket, &message, 0);
            if (result == -LinuxError.EINTR) continue;
            if (result <= 0) return -1;
            got += (int)result;
            if (message.ControlLengthBytes == 0) continue;
            count = ((int)((LinuxControlHeader*)control)->LengthBytes - sizeof(LinuxControlHeader)) / sizeof(int);
            for (int i = 0; i < count; i++) files[i] = ((int*)(control + sizeof(LinuxControlHeader)))[i];
        }
        return count;
    }
}
