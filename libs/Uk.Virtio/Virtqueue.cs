// What drivers ask of a queue, whichever of the two formats it has. Both are structs and drivers are generic over them,
// so every call below is a direct one, inlined where it is short.

namespace Uk.Virtio;

/// <summary>A piece of memory for the device.</summary>
[HotPath]
public struct VirtqueueBuffer
{
    public ulong Iova;
    public uint LengthBytes;
    /// <summary>The device writes it; otherwise it reads it.</summary>
    public bool DeviceWrites;
}

/// <summary>How the device is told of the buffers of one kind, each by the token that stands for it. No state.</summary>
[HotPath]
public interface IVirtqueueBuffers<TSelf> where TSelf : struct, IVirtqueueBuffers<TSelf>
{
    /// <summary>Called once for each buffer that is added: what has to be in it before the device sees it is put there.</summary>
    static abstract ulong Describe(nint token, out uint lengthBytes);
    /// <summary>The device writes them; otherwise it reads them. Constant.</summary>
    static abstract bool DeviceWrites { get; }
}

/// <summary>What was agreed with the device about its queues.</summary>
public struct VirtqueueFormat
{
    /// <summary>Descriptors: a power of two, at most 32,768.</summary>
    public ushort Size;
    /// <summary>VIRTIO_F_IN_ORDER.</summary>
    public bool InOrder;
    /// <summary>VIRTIO_F_EVENT_IDX.</summary>
    public bool EventIndex;
    /// <summary>VIRTIO_F_INDIRECT_DESC, and memory for tables: descriptors in one, or 0.</summary>
    public ushort IndirectLength;
}

/// <summary>One queue, the driver's side. Data path; one lcore.</summary>
/// <remarks>
/// The device may write whatever it likes into the shared memory at any time. So what the driver relies on (which
/// buffers are in flight, and whose they are) is in memory of its own; what it reads from the device it reads once, and
/// checks.
/// </remarks>
public unsafe interface IVirtqueue<TSelf> where TSelf : struct, IVirtqueue<TSelf>
{
    /// <summary>Bytes that the device is told of; their alignment is 64.</summary>
    static abstract nuint SharedBytes(in VirtqueueFormat format);

    /// <summary>Bytes that only the driver uses; their alignment is 8.</summary>
    static abstract nuint OwnBytes(in VirtqueueFormat format);

    /// <summary>Where the three parts are, for the device.</summary>
    /// <param name="sharedIova">The first shared byte as the device addresses it.</param>
    static abstract VirtqueueAddresses AddressesOf(in VirtqueueFormat format, ulong sharedIova);

    /// <summary>Lays the queue out and empties it. The device must not know it yet, or no longer.</summary>
    /// <param name="shared"><see cref="SharedBytes"/> long. Both pieces stay with the queue for good.</param>
    /// <param name="own"><see cref="OwnBytes"/> long.</param>
    void Initialize(byte* shared, ulong sharedIova, byte* own, in VirtqueueFormat format);

    [HotPath]
    int Size { get; }

    /// <summary>Descriptors that may be added now.</summary>
    [HotPath]
    int FreeCount { get; }

    /// <summary>Buffers that the device has, or has returned and nobody has taken yet.</summary>
    [HotPath]
    int InFlightCount { get; }

    /// <summary>
    /// The device did what cannot be told from any valid state. What it has it may still write to, so the queue returns
    /// nothing more; a reset of the device is the way out.
    /// </summary>
    [HotPath]
    bool IsBroken { get; }

    /// <summary>Something was added since the last <see cref="Publish"/>.</summary>
    [HotPath]
    bool HasUnpublished { get; }

    /// <summary>
    /// Adds buffers of one descriptor each, as many as there is room for, and returns how many. The device sees them
    /// after <see cref="Publish"/>.
    /// </summary>
    /// <param name="tokens">The first of <paramref name="count"/>, none of them 0. They come back with the buffers.</param>
    [HotPath]
    int Add<TBuffers>(ref nint tokens, int count) where TBuffers : struct, IVirtqueueBuffers<TBuffers>;

    /// <summary>
    /// Adds one buffer of several pieces. What the device reads goes before what it writes (§2.7.4.2). False if there is
    /// no room.
    /// </summary>
    [HotPath]
    bool TryAddChain(VirtqueueBuffer* pieces, int count, nint token);

    /// <summary>Shows the device everything that was added so far.</summary>
    [HotPath]
    void Publish();

    /// <summary>
    /// The device wants to be notified of what was published. After <see cref="Publish"/>, once for a burst; not before
    /// DRIVER_OK (§3.1.1).
    /// </summary>
    [HotPath]
    bool NeedsNotification();

    /// <summary>
    /// Wants an interrupt when the next buffer is returned. False, and none is wanted, where one has been already.
    /// §2.7.7, §2.7.10, §2.8.10.
    /// </summary>
    bool TryArm();

    /// <summary>No interrupts, as at first.</summary>
    void Disarm();

    /// <summary>
    /// Takes buffers that the device has returned, at most <paramref name="max"/>. -1, once, when the queue breaks; 0
    /// from then on.
    /// </summary>
    /// <param name="tokens">Room for that many.</param>
    /// <param name="lengthsBytes">What the device says to have written; not checked. Room for that many.</param>
    /// <param name="errors">Grows by one for each returned buffer that cannot be; the queue goes on.</param>
    [HotPath]
    int Take(ref nint tokens, ref uint lengthsBytes, int max, ref ulong errors);

    /// <summary>As <see cref="Take"/>, for buffers that the device only reads.</summary>
    [HotPath]
    int TakeDone(ref nint tokens, int max, ref ulong errors);

    /// <summary>
    /// One buffer of those in flight, or 0: for when the device is reset and will not return them. The queue must be
    /// initialised before it is used again.
    /// </summary>
    nint TakeBack();
}
