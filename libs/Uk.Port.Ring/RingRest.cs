// One end of a link at rest. The side that sends looks at a word that is written only when somebody rests, so it is in the
// caches of both; what it would take to let the two sides see each other's writes in order is paid by the side that rests.

using System.Runtime.CompilerServices;
using System.Threading;
using Uk.Platform;

namespace Uk.Port.Ring;

/// <summary>The lcore that receives at this end, and how the other one wakes it.</summary>
internal struct RingRest<TWakeUps> where TWakeUps : struct, IWakeUps<TWakeUps>
{
    /// <summary>1 while the receiver rests, or is about to.</summary>
    private int _armed;
    private int _filePlus1;

    public readonly int File => _filePlus1 - 1;

    /// <summary>
    /// After a packet was put into the ring. No barrier between that store and this load, which the processor may therefore
    /// exchange: see <see cref="TryArm"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WakeIfArmed()
    {
        if (TWakeUps.CanWake && Volatile.Read(ref _armed) != 0) Wake();
    }

    /// <summary>Once for each rest: whoever takes the mark wakes.</summary>
    [ColdPath("the receiver rests, and there is a system call to wake it")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wake()
    {
        if (Interlocked.Exchange(ref _armed, 0) != 0) TWakeUps.Wake(File);
    }

    /// <summary>
    /// The receiver looks into the ring after this. Barrier, on all lcores: at some point between two instructions of the
    /// sender everything before is done and nothing behind has begun. If that point is before its store to the ring, the load
    /// behind finds the mark, which was set before the barrier; if it is after, the receiver finds the packet. So one of them
    /// notices.
    /// </summary>
    public bool TryArm()
    {
        if (!TWakeUps.CanWake) return false;
        if (_filePlus1 == 0) _filePlus1 = TWakeUps.Create() + 1;
        if (_filePlus1 == 0) return false;
        // A sender may have been late to wake from the rest before.
        TWakeUps.Acknowledge(File);
        Volatile.Write(ref _armed, 1);
        if (TWakeUps.TryBarrierOnAllLcores()) return true;
        Disarm();
        return false;
    }

    public void Disarm() => Volatile.Write(ref _armed, 0);
}
