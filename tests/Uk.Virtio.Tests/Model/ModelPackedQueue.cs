// The device's side of a packed virtqueue, written from VIRTIO 1.2, §2.8, without a look at the driver's code.

using System;
using System.Collections.Generic;

namespace Uk.Virtio.Tests.Model;

internal sealed unsafe class ModelPackedQueue(ushort size, VirtqueueAddresses addresses)
{
    private const ushort NEXT = 1, WRITE = 2, INDIRECT = 4, AVAIL = 1 << 7, USED = 1 << 15;

    private int _nextAvail, _nextUsed;
    private bool _availWrap = true, _usedWrap = true;

    /// <summary>As many descriptors as each buffer that was taken has in the ring, by its id.</summary>
    private readonly Dictionary<ushort, int> _lengths = [];

    private byte* At(int index) => ModelMemory.FromIova(addresses.DescriptorArea + 16ul * (uint)index, 16);

    public ushort DriverEventFlags => *(ushort*)(ModelMemory.FromIova(addresses.DriverArea, 4) + 2);

    /// <summary>0 enable, 1 disable, 2 at a position: §2.8.14.</summary>
    public void SetEvent(ushort flags, int position = 0, bool wrap = true)
    {
        byte* area = ModelMemory.FromIova(addresses.DeviceArea, 4);
        *(ushort*)area = (ushort)(position | (wrap ? 0x8000 : 0));
        *(ushort*)(area + 2) = flags;
    }

    public (int Position, bool Wrap) NextAvailable => (_nextAvail, _availWrap);

    public bool TryTake(out DeviceChain chain)
    {
        chain = null!;
        if (!IsAvailable(_nextAvail, _availWrap)) return false;
        List<DevicePiece> pieces = [];
        int count = 0;
        while (true)
        {
            byte* entry = At(_nextAvail);
            ushort flags = *(ushort*)(entry + 14), id = *(ushort*)(entry + 12);
            if (!IsAvailable(_nextAvail, _availWrap)) throw new InvalidOperationException("a chain whose end is not there yet");
            if ((flags & ~(NEXT | WRITE | INDIRECT | AVAIL | USED)) != 0) throw new InvalidOperationException("an unknown flag");
            count++;
            if (++_nextAvail == size)
            {
                _nextAvail = 0;
                _availWrap = !_availWrap;
            }
            if ((flags & INDIRECT) != 0) AddTable(*(ulong*)entry, *(uint*)(entry + 8), pieces);
            else pieces.Add(Piece(entry));
            if ((flags & NEXT) != 0) continue;
            // §2.8.6: the id of the last descriptor of a chain is the buffer's.
            chain = new DeviceChain(id, pieces);
            if (!_lengths.TryAdd(id, count)) throw new InvalidOperationException("an id that the device has already");
            return true;
        }
    }

    private static void AddTable(ulong iova, uint lengthBytes, List<DevicePiece> pieces)
    {
        if (lengthBytes % 16 != 0 || lengthBytes == 0) throw new InvalidOperationException("a table of a length that cannot be");
        for (uint i = 0; i < lengthBytes; i += 16) pieces.Add(Piece(ModelMemory.FromIova(iova + i, 16)));
    }

    private static DevicePiece Piece(byte* entry)
    {
        DevicePiece piece = new(*(ulong*)entry, *(uint*)(entry + 8), (*(ushort*)(entry + 14) & WRITE) != 0);
        ModelMemory.FromIova(piece.Iova, piece.LengthBytes);
        return piece;
    }

    private bool IsAvailable(int index, bool wrap)
    {
        ushort flags = *(ushort*)(At(index) + 14);
        return (flags & AVAIL) != 0 == wrap && (flags & USED) != 0 != wrap;
    }

    public void Complete(DeviceChain chain, uint lengthBytes) => Complete([chain], lengthBytes);

    /// <summary>§2.8.9: of buffers in order only the last id is written, in the place of the first.</summary>
    public void Complete(List<DeviceChain> batch, uint lengthBytes)
    {
        int count = 0;
        foreach (DeviceChain chain in batch)
        {
            count += _lengths[chain.Head];
            _lengths.Remove(chain.Head);
        }
        WriteUsed(batch[^1].Head, lengthBytes);
        _nextUsed += count;
        if (_nextUsed < size) return;
        _nextUsed -= size;
        _usedWrap = !_usedWrap;
    }

    /// <summary>Writes whatever it is told where the next used descriptor goes.</summary>
    public void WriteUsed(ushort id, uint lengthBytes)
    {
        byte* entry = At(_nextUsed);
        *(ushort*)(entry + 12) = id;
        *(uint*)(entry + 8) = lengthBytes;
        *(ushort*)(entry + 14) = _usedWrap ? (ushort)(AVAIL | USED) : (ushort)0;
    }
}
