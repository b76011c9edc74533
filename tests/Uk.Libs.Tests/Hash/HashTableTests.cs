using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Uk.Hash;
using Uk.Libs.Tests.Mempool;
using Xunit;

namespace Uk.Libs.Tests.Hash;

using Region = TestRegion<HashTableTests>;

public sealed unsafe class HashTableTests
{
    public HashTableTests() => Region.Create(16 * Size.MiB);

    /// <summary>Of 13 bytes, as addresses, ports and protocol are: two words and a tail of each length.</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 1)]
    internal readonly record struct Flow(uint Source, uint Destination, ushort From, ushort To, byte Protocol);

    [Fact]
    public void A_key_has_the_value_it_was_given_last()
    {
        var table = HashTable<Flow, int>.Create<Region>(100);
        Flow flow = new(1, 2, 3, 4, 17);
        Assert.Equal(13, sizeof(Flow));
        Assert.False(table.TryGet(flow, out _));
        Assert.Equal(HashResult.Added, table.Set(flow, 5));
        Assert.Equal(HashResult.Replaced, table.Set(flow, 6));
        Assert.True(table.TryGet(flow, out int value));
        Assert.Equal((6, 1, 100), (value, table.Count, table.Capacity));
        Assert.False(table.TryGet(flow with { Protocol = 6 }, out _));
        *table.Find(flow) = 7;
        Assert.Equal(7, *table.Find(flow));
        Assert.True(table.Remove(flow));
        Assert.False(table.Remove(flow));
        Assert.True(table.Find(flow) == null);
        Assert.Equal(0, table.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_capacity_has_bounds(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HashTable<int, int>.Create<Region>(capacity));

    [Fact]
    public void A_region_that_is_too_small_is_named_with_both_figures()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => HashTable<long, long>.Create<Region>(1 << 20));
        Assert.Contains("16777216", problem.Message);
    }

    /// <summary>At 7/8 of the places, whatever the keys are like: that is what the documentation promises.</summary>
    [Theory]
    [InlineData(7 * 4096, 1)]
    [InlineData(7 * 4096, 65536)]
    [InlineData(7 * 1024, 0x0101_0101)]
    public void A_table_takes_as_many_keys_as_its_capacity_says(int capacity, int stride)
    {
        var table = HashTable<int, int>.Create<Region>(capacity);
        for (int i = 0; i < capacity; i++) Assert.Equal(HashResult.Added, table.Set(i * stride, i));
        Assert.Equal(HashResult.Full, table.Set(capacity * stride, 0));
        for (int i = 0; i < capacity; i++)
        {
            Assert.True(table.TryGet(i * stride, out int value));
            Assert.Equal(i, value);
        }
        Assert.False(table.TryGet(capacity * stride, out _));
    }

    [Fact]
    public void What_is_found_in_bulk_is_what_is_found_one_by_one()
    {
        var table = HashTable<ulong, int>.Create<Region>(1000);
        for (ulong key = 0; key < 1000; key++) table.Set(key * key, (int)key);
        ulong[] keys = [.. Enumerable.Range(0, 77).Select(i => (ulong)i * (ulong)i + (ulong)(i % 3))];
        nint[] values = new nint[keys.Length];
        int found = table.FindBulk(keys, values);
        for (int i = 0; i < keys.Length; i++) Assert.Equal((nint)table.Find(keys[i]), values[i]);
        Assert.Equal(values.Count(v => v != 0), found);
        Assert.InRange(found, 26, 77);
    }

    [Fact]
    public void All_keys_are_enumerated_once()
    {
        var table = HashTable<int, long>.Create<Region>(500);
        for (int key = 0; key < 300; key++) table.Set(key, key * 10L);
        Dictionary<int, long> seen = [];
        int position = 0;
        while (table.TryNext(ref position, out int key, out long value)) seen.Add(key, value);
        Assert.Equal(300, seen.Count);
        Assert.All(seen, pair => Assert.Equal(pair.Key * 10L, pair.Value));
        table.Clear();
        position = 0;
        Assert.False(table.TryNext(ref position, out _, out _));
        Assert.Equal(0, table.Count);
    }

    [Fact]
    public void Any_sequence_of_calls_does_what_a_dictionary_does() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(2000), Prop.ForAll<int[]>(BehavesLikeDictionary));

    /// <summary>A small table, so that it is full now and then and keys move.</summary>
    private static bool BehavesLikeDictionary(int[] calls)
    {
        Region.Create(64 * Size.KiB);
        var table = HashTable<Flow, int>.Create<Region>(112, seed: (ulong)calls.Length);
        Dictionary<Flow, int> model = [];
        foreach (int call in calls)
        {
            int number = Math.Abs(call / 4 % 150);
            Flow key = new((uint)number, 9, (ushort)(number % 7), 53, 17);
            switch (call & 3)
            {
                case 0 or 1:
                    HashResult result = table.Set(key, call);
                    if (result == HashResult.Full && (model.Count < 112 || model.ContainsKey(key))) return false;
                    if (result == HashResult.Added == model.ContainsKey(key) && result != HashResult.Full) return false;
                    if (result != HashResult.Full) model[key] = call;
                    break;
                case 2:
                    if (table.Remove(key) != model.Remove(key)) return false;
                    break;
                default:
                    if (table.TryGet(key, out int value) != model.TryGetValue(key, out int expected) || value != expected) return false;
                    break;
            }
            if (table.Count != model.Count) return false;
        }
        return model.All(pair => table.TryGet(pair.Key, out int value) && value == pair.Value);
    }
}
