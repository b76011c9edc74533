// Longest prefix match for IPv4: a table of 2^24 entries for the first three bytes of an address, and groups of 256 for
// the fourth. Gupta, Lin, McKeown, "Routing lookups in hardware at memory access speeds", INFOCOM 1998: DIR-24-8-BASIC.
// What is in the tables is the business of LpmTables.cs; which routes there are is here.

using System;
using System.Runtime.CompilerServices;
using Uk.Hash;
using Uk.Memory;

namespace Uk.Lpm;

/// <summary>What became of a route.</summary>
public enum LpmResult
{
    Added,
    /// <summary>The prefix was there: its next hop is the new one.</summary>
    Replaced,
    /// <summary>There are as many routes as the table was made for.</summary>
    TooManyRoutes,
    /// <summary>All groups for prefixes longer than 24 bits are in use.</summary>
    TooManyGroups,
    /// <summary>A prefix longer than 32 bits, or a next hop above <see cref="Lpm.NextHopMax"/>.</summary>
    Invalid,
}

/// <summary>
/// Routes for IPv4. The value itself is only where the table is: copies of it are the same table.
/// </summary>
/// <remarks>
/// Lookup: data path; any number of lcores, also while one changes routes: each sees the route before or after the
/// change. (A group that is given back and taken again at once may show another route to a lookup that began before.)
/// Changes: control path; one lcore. Addresses are numbers: 10.0.0.1 is 0x0A000001. A lookup is one access to memory, or
/// two for prefixes longer than 24 bits. A change touches as many entries as the prefix covers: 2^(24 - length), so a
/// default route writes 64 MiB. DPDK: <c>rte_lpm</c>.
/// </remarks>
public readonly unsafe struct Lpm
{
    /// <summary>The largest next hop. DPDK's limit too: 24 bits.</summary>
    public const uint NextHopMax = (1 << 24) - 1;

    /// <summary>What bulk lookup says where there is no route.</summary>
    public const uint NoRoute = uint.MaxValue;

    /// <summary>The most groups for prefixes longer than 24 bits.</summary>
    public const int GroupsMax = 1 << 20;

    private const int AlignmentBytes = 64;

    private readonly LpmTables* _tables;
    private readonly HashTable<ulong, uint> _routes;

    private Lpm(LpmTables* tables, HashTable<ulong, uint> routes)
    {
        _tables = tables;
        _routes = routes;
    }

    /// <summary>A table without routes in memory of the region. Boot. DPDK: <c>rte_lpm_create</c>.</summary>
    /// <param name="routes">The most routes.</param>
    /// <param name="groups">
    /// The most groups: one for each three bytes under which there is a prefix longer than 24 bits, 1 KiB each.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is below 1 or too large.</exception>
    /// <exception cref="InvalidOperationException">The region has not so much memory.</exception>
    public static Lpm Create<TRegion>(int routes, int groups) where TRegion : struct, IMemoryRegion<TRegion>
    {
        if (groups is < 1 or > GroupsMax)
        {
            throw new ArgumentOutOfRangeException(
                nameof(groups), $"A table has from 1 to {GroupsMax} groups, not {groups}.");
        }
        nuint lengthBytes = LpmTables.SizeBytes(groups);
        nuint memory = TRegion.Allocate(lengthBytes, AlignmentBytes);
        if (memory == 0)
        {
            throw new InvalidOperationException(
                $"Routes with {groups} groups need {(ulong)lengthBytes} bytes in one piece; their memory region has " +
                $"{(ulong)TRegion.FreeBytes} of {(ulong)TRegion.LengthBytes} bytes free. Raise the Size of the region.");
        }
        LpmTables* tables = (LpmTables*)memory;
        tables->Initialize((uint)groups);
        return new Lpm(tables, HashTable<ulong, uint>.Create<TRegion>(routes));
    }

    /// <summary>Bytes that it takes: 64 MiB, 1 KiB for each group, and some 30 for each route.</summary>
    public static nuint SizeBytes(int routes, int groups) =>
        LpmTables.SizeBytes(groups) + HashTable<ulong, uint>.SizeBytes(routes) + 2 * AlignmentBytes;

    /// <summary>Routes in the table.</summary>
    public int Count => _routes.Count;

    /// <summary>The next hop of the longest prefix that covers the address; false without one. DPDK: <c>rte_lpm_lookup</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [HotPath]
    public bool TryLookup(uint address, out uint nextHop)
    {
        uint entry = _tables->Lookup(address);
        nextHop = entry & LpmTables.ValueMask;
        return (entry & LpmTables.Valid) != 0;
    }

    /// <summary>
    /// Looks all addresses up: the next hop of each, or <see cref="NoRoute"/>. DPDK: <c>rte_lpm_lookup_bulk</c>.
    /// </summary>
    /// <param name="nextHops">As long as <paramref name="addresses"/>.</param>
    public void LookupBulk(ReadOnlySpan<uint> addresses, Span<uint> nextHops)
    {
        nextHops = nextHops[..addresses.Length];
        fixed (uint* address = addresses)
        fixed (uint* nextHop = nextHops)
            _tables->LookupBulk(address, nextHop, addresses.Length);
    }

    /// <summary>
    /// Adds a route, or gives its prefix another next hop. Bits of the address behind the prefix do not count.
    /// DPDK: <c>rte_lpm_add</c>.
    /// </summary>
    /// <param name="lengthBits">0 (the default route) to 32.</param>
    public LpmResult Set(uint address, int lengthBits, uint nextHop)
    {
        if (lengthBits is < 0 or > 32 || nextHop > NextHopMax) return LpmResult.Invalid;
        ulong key = RouteKey(address, lengthBits);
        uint* known = _routes.Find(in key);
        if (known == null && _routes.Count == _routes.Capacity) return LpmResult.TooManyRoutes;
        if (!_tables->TrySet(address & MaskOf(lengthBits), lengthBits, nextHop)) return LpmResult.TooManyGroups;
        HashResult result = _routes.Set(in key, nextHop);
        if (result == HashResult.Added) return LpmResult.Added;
        if (result == HashResult.Replaced) return LpmResult.Replaced;
        // No room among the routes for this one: the tables are as they were before.
        Uncover(address, lengthBits);
        return LpmResult.TooManyRoutes;
    }

    /// <summary>Takes a route away; false if there is none. DPDK: <c>rte_lpm_delete</c>.</summary>
    public bool Remove(uint address, int lengthBits)
    {
        if (lengthBits is < 0 or > 32) return false;
        ulong key = RouteKey(address, lengthBits);
        if (!_routes.Remove(in key)) return false;
        Uncover(address, lengthBits);
        return true;
    }

    /// <summary>The next hop of exactly this prefix. DPDK: <c>rte_lpm_is_rule_present</c>.</summary>
    public bool TryGetRoute(uint address, int lengthBits, out uint nextHop)
    {
        nextHop = 0;
        if (lengthBits is < 0 or > 32) return false;
        ulong key = RouteKey(address, lengthBits);
        return _routes.TryGet(in key, out nextHop);
    }

    /// <summary>Writes the next shorter prefix over the entries of this one.</summary>
    private void Uncover(uint address, int lengthBits)
    {
        for (int shorter = lengthBits - 1; shorter >= 0; shorter--)
        {
            if (!TryGetRoute(address, shorter, out uint nextHop)) continue;
            _tables->Replace(address & MaskOf(lengthBits), lengthBits, LpmTables.EntryOf(shorter, nextHop));
            return;
        }
        _tables->Replace(address & MaskOf(lengthBits), lengthBits, 0);
    }

    private static ulong RouteKey(uint address, int lengthBits) =>
        (address & MaskOf(lengthBits)) | (ulong)(uint)lengthBits << 32;

    private static uint MaskOf(int lengthBits) => lengthBits == 0 ? 0 : uint.MaxValue << (32 - lengthBits);
}
