// A closed loop: so many requests are under way, and each response makes room for the next.

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

/// <summary>One socket, one thread.</summary>
internal sealed class LoadGenerator : IDisposable
{
    /// <summary>What takes longer is lost.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    private readonly LoadSettings _settings;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Random _random = new(20261121);
    private readonly byte[] _request;
    private readonly byte[] _response = new byte[2048];
    /// <summary>When the request of a place in the window was sent, and its identifier; 0 where the place is free.</summary>
    private readonly long[] _sentAt;
    private readonly uint[] _sentId;
    private readonly List<float> _latencies = [];
    private uint _nextId = 1;
    private long _answered, _lost, _wrong;

    public LoadGenerator(IPEndPoint server, LoadSettings settings)
    {
        _settings = settings;
        _request = new byte[KeyValueMessage.HeaderLength + settings.Batch * StoreOperation.LengthBytes];
        _sentAt = new long[settings.Window];
        _sentId = new uint[settings.Window];
        _socket.Connect(server);
        _socket.ReceiveTimeout = (int)s_patience.TotalMilliseconds;
        _socket.ReceiveBufferSize = 4 << 20;
    }

    public LoadResult Run()
    {
        long start = Stopwatch.GetTimestamp();
        for (int place = 0; place < _settings.Window; place++) Send(place);
        long looked = start;
        while (Stopwatch.GetElapsedTime(start) < _settings.Duration)
        {
            bool received = TryReceive();
            if (received && Stopwatch.GetElapsedTime(looked) < s_patience) continue;
            SendAgain();
            looked = Stopwatch.GetTimestamp();
        }
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        _latencies.Sort();
        return new LoadResult(
            _answered, _answered * _settings.Batch, _lost, _wrong, elapsed,
            Percentile(0.5), Percentile(0.9), Percentile(0.99), Percentile(0.999), Percentile(1));
    }

    public void Dispose() => _socket.Dispose();

    private double Percentile(double share) =>
        _latencies.Count == 0 ? double.NaN : _latencies[Math.Min(_latencies.Count - 1, (int)(share * _latencies.Count))];

    /// <summary>The place in the window is the lower part of the identifier.</summary>
    private void Send(int place)
    {
        uint id = _nextId++ * LoadSettings.WindowMax + (uint)place;
        KeyValueMessage.WriteHeader(_request, _settings.Batch, id);
        for (int i = 0; i < _settings.Batch; i++)
            WriteOperation(_request.AsSpan(KeyValueMessage.HeaderLength + i * StoreOperation.LengthBytes, StoreOperation.LengthBytes));
        _sentId[place] = id;
        _sentAt[place] = Stopwatch.GetTimestamp();
        _socket.Send(_request);
    }

    /// <summary>A value repeats the number of its key, so that a wrong one is noticed.</summary>
    private void WriteOperation(Span<byte> operation)
    {
        operation.Clear();
        bool sets = _random.Next(100) < _settings.SetsPercent;
        operation[0] = (byte)(sets ? StoreOperationCode.Set : StoreOperationCode.Get);
        ulong key = (ulong)_random.Next(_settings.Keys) + 1;
        BinaryPrimitives.WriteUInt64BigEndian(operation[8..], key);
        if (sets) BinaryPrimitives.WriteUInt64BigEndian(operation[24..], key);
    }

    /// <summary>False where none came for a while.</summary>
    private bool TryReceive()
    {
        int length;
        try
        {
            length = _socket.Receive(_response);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            return false;
        }
        long now = Stopwatch.GetTimestamp();
        uint id = length < KeyValueMessage.HeaderLength ? 0 : BinaryPrimitives.ReadUInt32BigEndian(_response.AsSpan(4));
        int place = (int)(id % LoadSettings.WindowMax);
        // Too late: it was given up.
        if (place >= _settings.Window || _sentId[place] != id) return true;
        _latencies.Add((float)Stopwatch.GetElapsedTime(_sentAt[place], now).TotalMicroseconds);
        _answered++;
        if (!IsRight(_response.AsSpan(0, length))) _wrong++;
        Send(place);
        return true;
    }

    private bool IsRight(ReadOnlySpan<byte> response)
    {
        if (response.Length != _request.Length || response[0] != KeyValueMessage.ResponseType || response[1] != _settings.Batch) return false;
        for (int i = 0; i < _settings.Batch; i++)
        {
            ReadOnlySpan<byte> operation = response.Slice(KeyValueMessage.HeaderLength + i * StoreOperation.LengthBytes, StoreOperation.LengthBytes);
            bool found = operation[0] == (byte)StoreOperationCode.Get && operation[1] == (byte)StoreStatus.Done;
            if (found && !operation.Slice(24, 8).SequenceEqual(operation.Slice(8, 8))) return false;
        }
        return true;
    }

    private void SendAgain()
    {
        long now = Stopwatch.GetTimestamp();
        for (int place = 0; place < _settings.Window; place++)
        {
            if (Stopwatch.GetElapsedTime(_sentAt[place], now) < s_patience) continue;
            _lost++;
            Send(place);
        }
    }
}
