// The protocol: a datagram of operations as a view over bytes, in the same form on its way there and back. PROTOCOL.md is its
// description.

using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Uk;

/// <summary>What is to be done with a key.</summary>
internal enum StoreOperationCode : byte
{
    Get = 1,
    Set = 2,
    Delete = 3,
}

/// <summary>What became of an operation.</summary>
internal enum StoreStatus : byte
{
    Done = 0,
    NotFound = 1,
    /// <summary>There is no room for one more key; nothing was changed.</summary>
    Full = 2,
}

/// <summary>16 bytes, shorter keys with zeros behind them.</summary>
internal struct StoreKey
{
    public ulong First, Second;
}

/// <summary>32 bytes, whatever they mean.</summary>
internal struct StoreValue
{
    public ulong First, Second, Third, Fourth;
}

/// <summary>One operation, as it lies in the datagram.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct StoreOperation
{
    public const int LengthBytes = 56;

    public StoreOperationCode Code;
    public StoreStatus Status;
    /// <summary>Of the sender; comes back as it was.</summary>
    public ushort Tag;
    private uint _reserved;
    public StoreKey Key;
    public StoreValue Value;
}

/// <summary>
/// A request whose length is that of the operations which it claims to have, all of them known: accessors cannot fail. Valid
/// as long as the buffer is.
/// </summary>
internal readonly ref struct KeyValueMessage
{
    public const ushort UdpPort = 11_411;
    public const int HeaderLength = 8;
    public const byte RequestType = 0x01, ResponseType = 0x81;

    /// <summary>As many as a frame of 1514 bytes has room for.</summary>
    public const int OperationsMax = (1500 - 20 - 8 - HeaderLength) / StoreOperation.LengthBytes;

    private readonly Span<byte> _bytes;

    private KeyValueMessage(Span<byte> bytes) => _bytes = bytes;

    private ref byte First => ref MemoryMarshal.GetReference(_bytes);

    public int Count => Unsafe.Add(ref First, 1);

    /// <summary>Chosen by who asks.</summary>
    public uint RequestId => BinaryPrimitives.ReadUInt32BigEndian(_bytes[4..]);

    /// <summary>Invariant: 0 ≤ index &lt; <see cref="Count"/>.</summary>
    public ref StoreOperation this[int index] =>
        ref Unsafe.As<byte, StoreOperation>(ref Unsafe.Add(ref First, HeaderLength + index * StoreOperation.LengthBytes));

    /// <summary>
    /// False, with the reason, for what is no request: shorter than its header, another type (a response among them: servers
    /// do not answer each other), a length that is not that of its operations, an operation that there is not.
    /// </summary>
    public static bool TryParse(Span<byte> payload, out KeyValueMessage message, out DropReason error)
    {
        message = default;
        error = Check(payload);
        if (error != DropReason.None) return false;
        message = new KeyValueMessage(payload);
        return true;
    }

    /// <summary>The type alone changes: identifier, count and order of the operations stay.</summary>
    public void TurnIntoResponse() => First = ResponseType;

    /// <summary>Writes the header of a request; the operations follow it. For those who ask.</summary>
    public static void WriteHeader(Span<byte> payload, int count, uint requestId)
    {
        payload[0] = RequestType;
        payload[1] = (byte)count;
        payload[2] = payload[3] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(payload[4..], requestId);
    }

    /// <summary>All operations are looked at before one is done: a request is carried out whole, or not at all.</summary>
    private static DropReason Check(Span<byte> payload)
    {
        if (payload.Length < HeaderLength) return DropReason.Truncated;
        if (payload[0] != RequestType) return DropReason.Malformed;
        int count = payload[1];
        if (count is 0 or > OperationsMax) return DropReason.Malformed;
        if (payload.Length != HeaderLength + count * StoreOperation.LengthBytes) return DropReason.BadLength;
        KeyValueMessage message = new(payload);
        for (int i = 0; i < count; i++)
            if (message[i].Code - StoreOperationCode.Get > StoreOperationCode.Delete - StoreOperationCode.Get) return DropReason.Malformed;
        return DropReason.None;
    }
}
