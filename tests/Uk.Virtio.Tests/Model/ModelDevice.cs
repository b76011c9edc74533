// A virtio network device: the state behind the registers of every transport, and the wire. It writes down what the
// driver does to it, so that tests can ask for the order.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Uk.Virtio.Tests.Model;

internal sealed unsafe class ModelDevice
{
    public const ulong VERSION_1 = 1UL << 32;
    public const ulong MAC = 1UL << 5;
    public const ulong MRG_RXBUF = 1UL << 15;
    public const ulong STATUS = 1UL << 16;
    public const int HeaderBytes = 12;

    private readonly uint* _doorbell = (uint*)NativeMemory.AllocZeroed(64);
    private byte _status;

    public ModelDevice(ulong features = VERSION_1 | MAC | MRG_RXBUF | STATUS)
    {
        // Features that nobody asked for must not end up in what is agreed.
        Features = features | 1UL << 0 | 1UL << 17 | 1UL << 28;
        Doorbell = uint.MaxValue;
    }

    public uint Type { get; set; } = 1;
    public ulong Features { get; set; }
    public ulong DriverFeatures { get; set; }
    public List<string> Log { get; } = [];
    public ModelQueue[] Queues { get; init; } = [new(), new()];
    /// <summary>The header of the packet that was collected last; packets may ask for something in it.</summary>
    public byte[]? LastHeader { get; set; }
    /// <summary>What the device says in the header of the frames that it delivers, without the number of buffers.</summary>
    public byte[] HeaderToDeliver { get; set; } = new byte[10];
    /// <summary>Called with the queue's index at each notification.</summary>
    public Action<uint>? OnNotification { get; set; }
    public ModelQueue Rx => Queues[0];
    public ModelQueue Tx => Queues[1];
    public byte[] Config { get; set; } = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56, 1, 0, 1, 0, 0xDC, 0x05];
    public uint Generation { get; set; }
    /// <summary>Configuration changes after so many reads of its generation.</summary>
    public int GenerationChanges { get; set; }
    public bool IgnoresReset { get; set; }
    public bool RejectsFeatures { get; set; }
    public bool RejectsQueues { get; set; }
    public bool BreaksAtDriverOk { get; set; }

    public nuint DoorbellAddress => (nuint)_doorbell;
    public uint Doorbell { get => *_doorbell; set => *_doorbell = value; }

    /// <summary>The queue that was notified since the last call, or null.</summary>
    public uint? TakeNotification(bool wide = true)
    {
        uint value = wide ? *_doorbell : *(ushort*)_doorbell;
        Doorbell = uint.MaxValue;
        return value == (wide ? uint.MaxValue : ushort.MaxValue) ? null : value;
    }

    public byte Status
    {
        get => _status;
        set
        {
            Log.Add($"status {value}");
            if (value == 0)
            {
                if (IgnoresReset) return;
                _status = 0;
                DriverFeatures = 0;
                foreach (ModelQueue queue in Queues) queue.Reset();
                return;
            }
            if (RejectsFeatures) value &= unchecked((byte)~8);
            if (BreaksAtDriverOk && (value & 4) != 0) value |= 64;
            _status = value;
        }
    }

    public uint ReadGeneration()
    {
        if (GenerationChanges > 0)
        {
            GenerationChanges--;
            Generation++;
            Config[0] ^= 0xFF;
        }
        return Generation;
    }

    public bool EnableQueue(ushort index)
    {
        Log.Add($"queue {index}");
        ModelQueue queue = Queues[index];
        if (RejectsQueues) return false;
        if (queue.DescriptorArea % 16 != 0 || queue.DriverArea % 2 != 0 || queue.DeviceArea % 4 != 0)
            throw new InvalidOperationException("a part of the queue is not aligned");
        return queue.Enabled = true;
    }

    /// <summary>Puts a frame into the next receive buffers; false if there are too few.</summary>
    public bool Deliver(ReadOnlySpan<byte> frame)
    {
        RequireRunning();
        List<DeviceChain> chains = [];
        int copied = 0;
        bool mergeable = (DriverFeatures & MRG_RXBUF) != 0;
        List<uint> lengths = [];
        while (copied < frame.Length || chains.Count == 0)
        {
            if (chains.Count == 1 && !mergeable) throw new InvalidOperationException("the frame is too long");
            if (!Rx.TryTake(out DeviceChain chain)) return false;
            DevicePiece piece = chain.Pieces.Single();
            if (!piece.Writable) throw new InvalidOperationException("a receive buffer that cannot be written");
            Span<byte> room = new(ModelMemory.FromIova(piece.Iova, piece.LengthBytes), (int)piece.LengthBytes);
            int header = chains.Count == 0 ? HeaderBytes : 0;
            int count = Math.Min(room.Length - header, frame.Length - copied);
            frame.Slice(copied, count).CopyTo(room[header..]);
            copied += count;
            chains.Add(chain);
            lengths.Add((uint)(header + count));
        }
        DevicePiece first = chains[0].Pieces[0];
        Span<byte> headerBytes = new(ModelMemory.FromIova(first.Iova, HeaderBytes), HeaderBytes);
        HeaderToDeliver.CopyTo(headerBytes);
        MemoryMarshal.Write(headerBytes[10..], (ushort)chains.Count);
        for (int i = 0; i < chains.Count; i++) Rx.WriteUsed(chains[i].Head, lengths[i]);
        Rx.ShowUsed();
        return true;
    }

    /// <summary>Sends the next frame that the driver gave; null if there is none.</summary>
    public byte[]? Collect(bool complete = true)
    {
        RequireRunning();
        if (!Tx.TryTake(out DeviceChain chain)) return null;
        List<byte> bytes = [];
        foreach (DevicePiece piece in chain.Pieces)
        {
            if (piece.Writable) throw new InvalidOperationException("a packet that can be written");
            byte* start = ModelMemory.FromIova(piece.Iova, piece.LengthBytes);
            bytes.AddRange(new ReadOnlySpan<byte>(start, (int)piece.LengthBytes));
        }
        if (bytes.Count < HeaderBytes || (LastHeader is null && bytes.Take(HeaderBytes).Any(octet => octet != 0)))
            throw new InvalidOperationException("the header of a packet is not empty");
        if (LastHeader is not null) LastHeader = bytes.Take(HeaderBytes).ToArray();
        if (complete) Tx.Complete(chain, 0);
        return bytes.Skip(HeaderBytes).ToArray();
    }

    private void RequireRunning()
    {
        if ((Status & 4) == 0 || (Status & 128) != 0) throw new InvalidOperationException("the device does not run");
    }
}
