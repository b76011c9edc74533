// The entries behind a lookup. Each is one word, written whole, so a lookup on another lcore sees it before or after.

using System.Runtime.CompilerServices;
using System.Threading;

namespace Uk.Lpm;

internal unsafe struct LpmTables
{
    // An entry: bits 0-23 the next hop, or the number of a group; bits 24-29 the length of the prefix that wrote it.
    internal const uint ValueMask = 0x00FF_FFFF;
    internal const uint Valid = 1u << 31;
    /// <summary>The fourth byte decides: the value is the number of a group.</summary>
    internal const uint IsGroup = 1u << 30;
    private const int LengthShift = 24;
    private const uint LengthMask = 0x3F;

    private const int FirstEntries = 1 << 24;
    private const int GroupEntries = 256;
    private const int HeaderBytes = 64;

    private uint _groups;
    private uint _freeGroups;
    private uint* _group;
    /// <summary>The numbers of groups that are free, as a stack.</summary>
    private uint* _free;

    public static nuint SizeBytes(int groups) =>
        HeaderBytes + FirstEntries * sizeof(uint) + (nuint)groups * (GroupEntries + 1) * sizeof(uint);

    public static uint EntryOf(int lengthBits, uint nextHop) => Valid | (uint)lengthBits << LengthShift | nextHop;

    private static int LengthOf(uint entry) => (int)((entry >> LengthShift) & LengthMask);

    /// <summary>Directly behind the header: its address is the table's.</summary>
    private readonly uint* First => (uint*)((byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in this)) + HeaderBytes);

    /// <summary>The memory is zeroed: no entry is valid.</summary>
    public void Initialize(uint groups)
    {
        _groups = groups;
        _group = First + FirstEntries;
        _free = _group + (nuint)groups * GroupEntries;
        _freeGroups = groups;
        for (uint i = 0; i < groups; i++) _free[i] = groups - 1 - i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Lookup(uint address)
    {
        uint entry = Volatile.Read(ref First[address >> 8]);
        if ((entry & IsGroup) == 0) return entry;
        return Volatile.Read(ref _group[(entry & ValueMask) * (nuint)GroupEntries + (byte)address]);
    }

    /// <summary>Four at a time: their accesses to memory do not depend on each other.</summary>
    public readonly void LookupBulk(uint* addresses, uint* nextHops, int count)
    {
        uint* first = First;
        int i = 0;
        for (; i + 4 <= count; i += 4)
        {
            uint a = first[addresses[i] >> 8], b = first[addresses[i + 1] >> 8];
            uint c = first[addresses[i + 2] >> 8], d = first[addresses[i + 3] >> 8];
            if (((a | b | c | d) & IsGroup) != 0)
            {
                a = Resolve(a, addresses[i]);
                b = Resolve(b, addresses[i + 1]);
                c = Resolve(c, addresses[i + 2]);
                d = Resolve(d, addresses[i + 3]);
            }
            nextHops[i] = NextHop(a);
            nextHops[i + 1] = NextHop(b);
            nextHops[i + 2] = NextHop(c);
            nextHops[i + 3] = NextHop(d);
        }
        for (; i < count; i++) nextHops[i] = NextHop(Lookup(addresses[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint Resolve(uint entry, uint address) =>
        (entry & IsGroup) == 0 ? entry : _group[(entry & ValueMask) * (nuint)GroupEntries + (byte)address];

    /// <summary>All bits set where the entry is not valid: no branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NextHop(uint entry) => (entry & ValueMask) | ~(uint)((int)entry >> 31);

    /// <summary>Writes a prefix over all shorter ones. False, and nothing changed, if it needs a group and there is none.</summary>
    public bool TrySet(uint address, int lengthBits, uint nextHop)
    {
        uint entry = EntryOf(lengthBits, nextHop);
        if (lengthBits > 24)
        {
            if (!TryOpenGroup(address >> 8, out uint* group)) return false;
            Cover(group + (byte)address, 1u << (32 - lengthBits), entry);
            return true;
        }
        uint* first = First + (address >> 8);
        for (uint i = 0; i < 1u << (24 - lengthBits); i++)
        {
            if ((first[i] & IsGroup) != 0) Cover(GroupOf(first[i]), GroupEntries, entry);
            else Cover(first + i, 1, entry);
        }
        return true;
    }

    /// <summary>Writes an entry wherever this prefix had written one.</summary>
    public void Replace(uint address, int lengthBits, uint entry)
    {
        if (lengthBits > 24)
        {
            uint* opened = First + (address >> 8);
            Exchange(GroupOf(*opened) + (byte)address, 1u << (32 - lengthBits), lengthBits, entry);
            CloseGroup(opened);
            return;
        }
        uint* first = First + (address >> 8);
        for (uint i = 0; i < 1u << (24 - lengthBits); i++)
        {
            if ((first[i] & IsGroup) != 0) Exchange(GroupOf(first[i]), GroupEntries, lengthBits, entry);
            else Exchange(first + i, 1, lengthBits, entry);
        }
    }

    private readonly uint* GroupOf(uint entry) => _group + (entry & ValueMask) * (nuint)GroupEntries;

    private static void Cover(uint* entries, uint count, uint entry)
    {
        for (uint i = 0; i < count; i++)
            if ((entries[i] & Valid) == 0 || LengthOf(entries[i]) <= LengthOf(entry)) Volatile.Write(ref entries[i], entry);
    }

    private static void Exchange(uint* entries, uint count, int lengthBits, uint entry)
    {
        for (uint i = 0; i < count; i++)
            if ((entries[i] & Valid) != 0 && LengthOf(entries[i]) == lengthBits) Volatile.Write(ref entries[i], entry);
    }

    /// <summary>The group of three bytes, made of the entry that they have so far.</summary>
    private bool TryOpenGroup(uint index, out uint* group)
    {
        uint entry = First[index];
        group = null;
        if ((entry & IsGroup) == 0)
        {
            if (_freeGroups == 0) return false;
            uint number = _free[--_freeGroups];
            group = _group + number * (nuint)GroupEntries;
            for (uint i = 0; i < GroupEntries; i++) group[i] = entry;
            // Release: a lookup that sees the group sees what is in it.
            Volatile.Write(ref First[index], Valid | IsGroup | number);
            return true;
        }
        group = GroupOf(entry);
        return true;
    }

    /// <summary>Gives a group back where no prefix longer than 24 bits is left in it: all its entries are the same.</summary>
    private void CloseGroup(uint* opened)
    {
        uint* group = GroupOf(*opened);
        for (uint i = 0; i < GroupEntries; i++)
            if ((group[i] & Valid) != 0 && LengthOf(group[i]) > 24) return;
        uint number = *opened & ValueMask;
        Volatile.Write(ref *opened, group[0]);
        _free[_freeGroups++] = number;
    }
}
