// Keys as bytes: hashed and compared in words of eight. The length is a constant of the key's type, so what is compiled is
// straight code.

using System.Runtime.CompilerServices;

namespace Uk.Hash;

internal static unsafe class KeyHash
{
    // Odd, with about as many ones as zeros: the multipliers of Steele and Vigna, "Computationally easy, spectrally good
    // multipliers", 2021, for 64 bits.
    private const ulong First = 0xd1342543de82ef95;
    private const ulong Second = 0xaf251af3b0f025b5;

    /// <summary>64 bits, each of which depends on all of the key's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<TKey>(in TKey key, ulong seed) where TKey : unmanaged
    {
        ref byte bytes = ref Unsafe.As<TKey, byte>(ref Unsafe.AsRef(in key));
        ulong hash = seed + (uint)sizeof(TKey);
        int at = 0;
        for (; at + 8 <= sizeof(TKey); at += 8) hash = Mix(hash ^ Read<ulong>(ref bytes, at));
        if ((sizeof(TKey) & 7) != 0) hash = Mix(hash ^ Tail(ref bytes, at, sizeof(TKey) & 7));
        hash *= Second;
        return hash ^ (hash >> 29);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Equal<TKey>(in TKey left, in TKey right) where TKey : unmanaged
    {
        ref byte a = ref Unsafe.As<TKey, byte>(ref Unsafe.AsRef(in left));
        ref byte b = ref Unsafe.As<TKey, byte>(ref Unsafe.AsRef(in right));
        ulong difference = 0;
        int at = 0;
        for (; at + 8 <= sizeof(TKey); at += 8) difference |= Read<ulong>(ref a, at) ^ Read<ulong>(ref b, at);
        if ((sizeof(TKey) & 7) != 0)
            difference |= Tail(ref a, at, sizeof(TKey) & 7) ^ Tail(ref b, at, sizeof(TKey) & 7);
        return difference == 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        value *= First;
        return value ^ (value >> 32);
    }

    /// <summary>The last one to seven bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tail(ref byte bytes, int at, int lengthBytes)
    {
        ulong tail = 0;
        int shift = 0;
        if ((lengthBytes & 4) != 0)
        {
            tail = Read<uint>(ref bytes, at);
            at += 4;
            shift = 32;
        }
        if ((lengthBytes & 2) != 0)
        {
            tail |= (ulong)Read<ushort>(ref bytes, at) << shift;
            at += 2;
            shift += 16;
        }
        if ((lengthBytes & 1) != 0) tail |= (ulong)Read<byte>(ref bytes, at) << shift;
        return tail;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte bytes, int at) where T : unmanaged =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref bytes, at));
}
