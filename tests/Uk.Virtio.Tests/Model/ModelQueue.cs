// The device's side of a split virtqueue, written from VIRTIO 1.2, §2.7, without a look at the driver's code.

using System;
using System.Collections.Generic;

namespace Uk.Virtio.Tests.Model;

internal sealed record DevicePiece(ulong Iova, uint LengthBytes, bool Writable);

internal sealed record DeviceChain(ushort Head, List<DevicePiece> Pieces);

internal sealed unsafe class ModelQueue
{
    private ushort _availSeen;

    public uint SizeMax { get; set; } = 256;
    public ushort Size { get; set; }
    public ulong DescriptorArea { get; set; }
    public ulong DriverArea { get; set; }
    public ulong DeviceArea { get; set; }
    public bool Enabled { get; set; }
    /// <summary>The last index that was written to the used ring.</summary>
    public ushort UsedIdx { get; set; }

    public ushort DriverFlags => *(ushort*)Driver;
    public ushort DriverIdx => *(ushort*)(Driver + 2);
    /// <summary>Chains that the driver has offered and the device has not taken.</summary>
    public int OfferedCount => (ushort)(DriverIdx - _availSeen);

    private byte* Driver => ModelMemory.FromIova(DriverArea, 4 + 2u * Size);
    private byte* Device => ModelMemory.FromIova(DeviceArea, 4 + 8u * Size);

    public bool NoNotify
    {
        set => *(ushort*)Device = value ? (ushort)1 : (ushort)0;
    }

    public void Reset()
    {
        _availSeen = UsedIdx = Size = 0;
        Enabled = false;
    }

    public bool TryTake(out DeviceChain chain)
    {
        chain = null!;
        if (OfferedCount == 0) return false;
        if (OfferedCount > Size) throw new InvalidOperationException("the driver offered more than the ring holds");
        ushort head = *(ushort*)(Driver + 4 + 2 * (_availSeen % Size));
        _availSeen++;
        chain = new DeviceChain(head, []);
        bool seenWritable = false;
        for (ushort at = head; ;)
        {
            if (at >= Size || chain.Pieces.Count > Size) throw new InvalidOperationException("a chain without end");
            byte* entry = ModelMemory.FromIova(DescriptorArea + 16u * at, 16);
            ushort flags = *(ushort*)(entry + 12);
            bool writable = (flags & 2) != 0;
            if ((flags & ~3) != 0) throw new InvalidOperationException("a flag that was not negotiated");
            if (seenWritable && !writable) throw new InvalidOperationException("a readable piece after a writable one");
            seenWritable |= writable;
            DevicePiece piece = new(*(ulong*)entry, *(uint*)(entry + 8), writable);
            if (piece.LengthBytes == 0) throw new InvalidOperationException("an empty descriptor");
            ModelMemory.FromIova(piece.Iova, piece.LengthBytes);
            chain.Pieces.Add(piece);
            if ((flags & 1) == 0) return true;
            at = *(ushort*)(entry + 14);
        }
    }

    /// <summary>Writes an entry of the used ring, true or not, without showing it.</summary>
    public void WriteUsed(uint id, uint lengthBytes)
    {
        byte* element = Device + 4 + 8 * (UsedIdx % Size);
        *(uint*)element = id;
        *(uint*)(element + 4) = lengthBytes;
        UsedIdx++;
    }

    public void ShowUsed() => ShowUsed(UsedIdx);

    public void ShowUsed(ushort index) => *(ushort*)(Device + 2) = index;

    public void Complete(DeviceChain chain, uint lengthBytes)
    {
        WriteUsed(chain.Head, lengthBytes);
        ShowUsed();
    }
}
