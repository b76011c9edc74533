using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Uk.Hash;

/// <summary>
/// Eight places for keys, in one cache line: 16 bits of each key's hash, and where the key is. A place is free where the
/// latter is 0.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal unsafe struct Bucket
{
    public const int Places = 8;

    private Vector128<ushort> _signatures;
    private fixed uint _entries[Places];

    /// <summary>Bit n: place n may have the key. A free place has the signature 0, which no key has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Matches(ushort signature) =>
        Vector128.Equals(_signatures, Vector128.Create(signature)).ExtractMostSignificantBits();

    /// <summary>A free place, or -1.</summary>
    public readonly int FreePlace
    {
        get
        {
            uint free = Matches(0);
            return free == 0 ? -1 : BitOperations.TrailingZeroCount(free);
        }
    }

    /// <summary>The number of the entry, from 1; the place is below <see cref="Places"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Entry(int place) => _entries[place];

    public readonly ushort Signature(int place) => ((ushort*)Unsafe.AsPointer(ref Unsafe.AsRef(in _signatures)))[place];

    public void Put(int place, ushort signature, uint entry)
    {
        ((ushort*)Unsafe.AsPointer(ref _signatures))[place] = signature;
        _entries[place] = entry;
    }
}
