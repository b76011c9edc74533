// What a driver remembers of its descriptors, where no device can reach: whose they are, how long their chains are,
// which are free. The same for both formats of queues.

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Uk.Virtio;

/// <remarks>
/// Invariant: every entry of the free list and every Next of a chain in flight is below the size of the queue.
/// </remarks>
internal unsafe struct VirtqueueTokens
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct Link
    {
        /// <summary>The next one of the free list or of the chain.</summary>
        public ushort Next;
        /// <summary>Descriptors that the buffer takes. Of the head of a chain; 1 for all others.</summary>
        public ushort ChainLength;
    }

    /// <summary>By id; 0 where no buffer is in flight.</summary>
    public nint* Tokens;
    public Link* Links;
    public ushort FreeHead;
    /// <summary>Where <see cref="TakeBack"/> goes on.</summary>
    private ushort _scanned;

    public static nuint Bytes(ushort size) => (nuint)(size * (sizeof(nint) + sizeof(Link)));

    public void Initialize(byte* memory, ushort size)
    {
        Tokens = (nint*)memory;
        Links = (Link*)(memory + size * sizeof(nint));
        FreeHead = _scanned = 0;
        for (int i = 0; i < size; i++)
        {
            Tokens[i] = 0;
            Links[i] = new Link { Next = (ushort)((i + 1) & (size - 1)), ChainLength = 1 };
        }
    }

    public nint TakeBack(int size)
    {
        for (; _scanned < size; _scanned++)
        {
            nint token = Tokens[_scanned];
            if (token == 0) continue;
            Tokens[_scanned] = 0;
            return token;
        }
        return 0;
    }
}
