using System;
using System.Diagnostics;
using System.Linq;
using Uk.Platform;
using Xunit;

namespace Uk.Libs.Tests.HostPorts;

public sealed unsafe class HostPlatformTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 64)]
    [InlineData(1 << 20, 1 << 21)]
    public void Reserved_memory_is_aligned_and_zeroed(int length, int alignment)
    {
        for (int i = 0; i < 8; i++)
        {
            nuint address = HostPlatform.Reserve((nuint)length, (nuint)alignment);
            Assert.Equal((nuint)0, address % (nuint)alignment);
            Span<byte> bytes = new((void*)address, length);
            Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
            bytes.Fill(0xFF);
        }
    }

    [Fact]
    public void More_memory_than_there_is_throws_with_the_figure()
    {
        nuint length = (nuint)1 << 50;
        var problem = Assert.Throws<InvalidOperationException>(() => HostPlatform.Reserve(length, 4096));
        Assert.Contains($"{length}", problem.Message);
        Assert.Contains("Size", problem.Message);
    }

    [Fact]
    public void A_fixed_address_is_had_once()
    {
        nuint address = unchecked((nuint)0x7_2000_0000);
        Assert.Equal(address, HostPlatform.ReserveAt(address, 8192));
        Span<byte> bytes = new((void*)address, 8192);
        Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)0));
        bytes.Fill(1);
        var problem = Assert.Throws<InvalidOperationException>(() => HostPlatform.ReserveAt(address + 4096, 8192));
        Assert.Contains("0x720001000", problem.Message);
        Assert.Contains("At", problem.Message);
        Assert.Equal(-1, bytes.IndexOfAnyExcept((byte)1));
    }

    /// <summary>
    /// Of the first few dozen; other tests have had theirs, and write to them meanwhile: so it is looked at whether the file
    /// is what lies there, and not at what it holds.
    /// </summary>
    [Fact]
    public void What_was_reserved_can_be_shared_with_another_process()
    {
        HostPlatform.Reserve(3 << 12, 1 << 21);
        Assert.NotEqual(0, HostPlatform.PieceCount);
        for (int i = 0; i < HostPlatform.PieceCount; i++)
        {
            SharedPiece piece = HostPlatform.Piece(i);
            using var file = new System.IO.FileStream($"/proc/self/fd/{piece.File}", System.IO.FileMode.Open, System.IO.FileAccess.Read, System.IO.FileShare.ReadWrite);
            Assert.Equal((long)piece.LengthBytes, file.Length);
            Assert.Equal(Number("/proc/self/fdinfo/" + piece.File, "ino:", 1), Number("/proc/self/maps", $"{piece.Address:x8}-", 4));
        }
    }

    /// <summary>proc(5): a word of the line that begins so, for example the number of the file that a mapping is of.</summary>
    private static string Number(string file, string beginning, int word) =>
        System.IO.File.ReadLines(file).Single(line => line.StartsWith(beginning, StringComparison.Ordinal))
            .Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[word];

    [Fact]
    public void Memory_for_huge_pages_lies_on_their_boundary_whatever_pages_it_gets()
    {
        nuint address = HostPlatform.Reserve(1 << 20, 1 << 30);
        Assert.Equal((nuint)0, address & ((1 << 30) - 1));
        *(byte*)(address + (1 << 20) - 1) = 1;
    }

    [Fact]
    public void Memory_is_of_the_node_that_was_asked_for_or_the_message_says_where_nodes_are_listed()
    {
        nuint address = HostPlatform.Reserve(1 << 20, 4096);
        HostPlatform.PlaceOnNode(address, 1 << 20, 0);
        *(byte*)address = 1;
        var problem = Assert.Throws<InvalidOperationException>(() => HostPlatform.PlaceOnNode(address, 1 << 20, 63));
        Assert.Contains("NUMA node 63", problem.Message);
        Assert.Contains("/sys/devices/system/node", problem.Message);
    }

    [Fact]
    public void Device_registers_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => HostPlatform.MapDevice(0xFEB0_0000, 4096));

    [Fact]
    public void The_clock_runs_at_its_rate()
    {
        // Between two stopwatches: this thread may have to wait for a processor anywhere.
        Stopwatch outer = Stopwatch.StartNew();
        ulong start = HostPlatform.Cycles;
        Stopwatch inner = Stopwatch.StartNew();
        while (inner.ElapsedMilliseconds < 20)
            HostPlatform.Relax(0);
        double least = inner.Elapsed.TotalSeconds;
        double seconds = (HostPlatform.Cycles - start) / (double)HostPlatform.CyclesPerSecond;
        Assert.InRange(seconds, least * 0.99, outer.Elapsed.TotalSeconds * 1.01);
    }

    [Fact]
    public void A_long_wait_sleeps()
    {
        Stopwatch stopwatch = Stopwatch.StartNew();
        for (uint i = 0; i < 20; i++)
            HostPlatform.Relax(uint.MaxValue - i);
        Assert.True(stopwatch.ElapsedMilliseconds >= 15, $"{stopwatch.ElapsedMilliseconds} ms");
    }
}
