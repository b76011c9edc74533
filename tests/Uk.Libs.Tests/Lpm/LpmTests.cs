using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Uk.Libs.Tests.Mempool;
using Uk.Lpm;
using Xunit;

namespace Uk.Libs.Tests.Lpm;

using Region = TestRegion<LpmTests>;
using Table = Uk.Lpm.Lpm;

public sealed class LpmTests
{
    private const int Groups = 8;

    /// <summary>One for all tests: it is 64 MiB. Each takes away what it added.</summary>
    private static readonly Lazy<Table> s_table = new(() =>
    {
        Region.Create((int)Table.SizeBytes(256, Groups));
        return Table.Create<Region>(256, Groups);
    });

    private static Table Routes => s_table.Value;

    [Fact]
    public void The_longest_prefix_decides()
    {
        Assert.Equal(LpmResult.Added, Routes.Set(0x0A000000, 8, 1));
        Assert.Equal(LpmResult.Added, Routes.Set(0x0A010200, 24, 2));
        Assert.Equal(LpmResult.Added, Routes.Set(0x0A010280, 25, 3));
        Assert.Equal(LpmResult.Added, Routes.Set(0x0A0102FF, 32, 4));
        Assert.Equal((1u, 2u, 3u, 4u), (Hop(0x0A020304), Hop(0x0A01027F), Hop(0x0A010280), Hop(0x0A0102FF)));
        Assert.Equal(Table.NoRoute, Hop(0x0B000000));
        Assert.Equal(4, Routes.Count);
        Assert.Equal(LpmResult.Replaced, Routes.Set(0x0A0102FF, 32, 5));
        Assert.Equal(5u, Hop(0x0A0102FF));
        Assert.True(Routes.TryGetRoute(0x0A0102FF, 32, out uint hop));
        Assert.Equal(5u, hop);
        Assert.True(Routes.Remove(0x0A0102FF, 32));
        Assert.Equal(3u, Hop(0x0A0102FF));
        Assert.True(Routes.Remove(0x0A010200, 24));
        Assert.Equal((1u, 3u), (Hop(0x0A01027F), Hop(0x0A010280)));
        Assert.True(Routes.Remove(0x0A010280, 25));
        Assert.True(Routes.Remove(0x0A000000, 8));
        Assert.False(Routes.Remove(0x0A000000, 8));
        Assert.Equal(Table.NoRoute, Hop(0x0A010280));
        Assert.Equal(0, Routes.Count);
    }

    [Fact]
    public void A_default_route_is_a_prefix_of_length_0()
    {
        Assert.Equal(LpmResult.Added, Routes.Set(0xFFFFFFFF, 0, 9));
        Assert.Equal(LpmResult.Added, Routes.Set(0xC0A80101, 32, 1));
        Assert.Equal((9u, 9u, 1u, 9u), (Hop(0), Hop(0xFFFFFFFF), Hop(0xC0A80101), Hop(0xC0A80102)));
        Assert.True(Routes.Remove(0, 0));
        Assert.Equal((Table.NoRoute, 1u), (Hop(0), Hop(0xC0A80101)));
        Assert.True(Routes.Remove(0xC0A80101, 32));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal(LpmResult.Invalid, Routes.Set(0, 33, 1));
        Assert.Equal(LpmResult.Invalid, Routes.Set(0, -1, 1));
        Assert.Equal(LpmResult.Invalid, Routes.Set(0, 8, Table.NextHopMax + 1));
        Assert.False(Routes.Remove(0, 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Create<Region>(1, 0));
        Assert.Contains("bytes free", Assert.Throws<InvalidOperationException>(() => Table.Create<Region>(1, 1)).Message);
    }

    [Fact]
    public void A_group_is_given_back_with_its_last_long_prefix()
    {
        for (int round = 0; round < 3; round++)
        {
            for (uint i = 0; i < Groups; i++) Assert.Equal(LpmResult.Added, Routes.Set(i << 8 | 77, 32, i));
            Assert.Equal(LpmResult.TooManyGroups, Routes.Set(Groups << 8, 30, 1));
            Assert.Equal(Groups, Routes.Count);
            Assert.Equal(LpmResult.Added, Routes.Set(1 << 8 | 128, 26, 40));
            for (uint i = 0; i < Groups; i++) Assert.True(Routes.Remove(i << 8 | 77, 32));
            Assert.Equal(40u, Hop(1 << 8 | 130));
            Assert.True(Routes.Remove(1 << 8 | 128, 26));
        }
    }

    [Fact]
    public void Routes_are_as_many_as_the_table_was_made_for()
    {
        for (uint i = 0; i < 256; i++) Assert.Equal(LpmResult.Added, Routes.Set(i << 16, 16, i));
        Assert.Equal(LpmResult.TooManyRoutes, Routes.Set(0x80000000, 16, 1));
        Assert.Equal(Table.NoRoute, Hop(0x80000000));
        Assert.Equal(LpmResult.Replaced, Routes.Set(0, 16, 300));
        for (uint i = 0; i < 256; i++) Assert.True(Routes.Remove(i << 16, 16));
    }

    /// <summary>A few addresses under which prefixes of all lengths meet.</summary>
    [Fact]
    public void Any_sequence_of_changes_gives_what_a_list_of_routes_gives() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(200), Prop.ForAll<int[]>(BehavesLikeList));

    private static bool BehavesLikeList(int[] calls)
    {
        Dictionary<(uint Prefix, int Length), uint> model = [];
        bool good = true;
        foreach (int call in calls)
        {
            // Not below 12 bits: shorter ones take thousands of writes each.
            int length = 12 + Math.Abs(call / 2 % 21);
            uint prefix = (0x0A010100u + (uint)(call / 64 % 3) * 0x100 + (uint)(call / 3 % 256)) & uint.MaxValue << (32 - length);
            if ((call & 1) == 0)
            {
                LpmResult result = Routes.Set(prefix, length, (uint)(call & 0xFFFF));
                good &= result == (model.ContainsKey((prefix, length)) ? LpmResult.Replaced : LpmResult.Added);
                model[(prefix, length)] = (uint)(call & 0xFFFF);
            }
            else
            {
                good &= Routes.Remove(prefix, length) == model.Remove((prefix, length));
            }
        }
        uint[] addresses = [.. Enumerable.Range(0, 1024 + 3).Select(i => 0x0A010080u + (uint)i)];
        uint[] hops = new uint[addresses.Length];
        Routes.LookupBulk(addresses, hops);
        for (int i = 0; i < addresses.Length; i++)
            good &= hops[i] == Longest(model, addresses[i]) && hops[i] == Hop(addresses[i]);
        foreach ((uint prefix, int length) in model.Keys) good &= Routes.Remove(prefix, length);
        return good && Routes.Count == 0 && Hop(0x0A010101) == Table.NoRoute;
    }

    private static uint Longest(Dictionary<(uint Prefix, int Length), uint> routes, uint address)
    {
        for (int length = 32; length > 0; length--)
            if (routes.TryGetValue((address & uint.MaxValue << (32 - length), length), out uint hop)) return hop;
        return Table.NoRoute;
    }

    private static uint Hop(uint address) => Routes.TryLookup(address, out uint hop) ? hop : Table.NoRoute;
}
