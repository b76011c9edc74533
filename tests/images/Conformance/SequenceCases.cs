using System;
using System.Buffers;
using System.Collections.Generic;

/// <summary>Sequences of segments, what reads them, and writers that grow.</summary>
internal static class SequenceCases
{
    public static void Run()
    {
        Sequences();
        SequenceEnds();
        Readers();
        ReadersOfBytes();
        Writers();
        Owned();
    }

    private sealed class Segment<T> : ReadOnlySequenceSegment<T>
    {
        public Segment(ReadOnlyMemory<T> memory) => Memory = memory;

        public Segment<T> Append(ReadOnlyMemory<T> memory)
        {
            Segment<T> next = new(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }

    private static ReadOnlySequence<T> Chain<T>(params T[][] parts)
    {
        Segment<T> first = new(parts[0]), last = first;
        for (int i = 1; i < parts.Length; i++) last = last.Append(parts[i]);
        return new ReadOnlySequence<T>(first, 0, last, last.Memory.Length);
    }

    private static string Text<T>(in ReadOnlySequence<T> sequence) => string.Join(" ", sequence.ToArray());

    private static string Chars(in ReadOnlySequence<char> sequence) => new(sequence.ToArray());

    private static void Sequences()
    {
        Suite.Group("ReadOnlySequence");
        ReadOnlySequence<int> chain = Chain([1, 2, 3], [4], [], [5, 6]);
        Suite.Show("length", chain.Length);
        Suite.Show("single", chain.IsSingleSegment + " " + new ReadOnlySequence<int>([1, 2]).IsSingleSegment);
        Suite.Show("all", Text(chain));
        Suite.Show("first", chain.FirstSpan.Length);
        Suite.Show("slice over segments", Text(chain.Slice(2, 3)));
        Suite.Show("slice from", Text(chain.Slice(4)));
        Suite.Show("slice of slice", Text(chain.Slice(1).Slice(1, 3)));
        Suite.Show("slice to position", Text(chain.Slice(0, chain.GetPosition(4))));
        Suite.Show("slice of nothing", chain.Slice(3, 0).IsEmpty);
        Suite.Show("slice at the end", chain.Slice(chain.End).Length);
        string lengths = "";
        foreach (ReadOnlyMemory<int> memory in chain) lengths += memory.Length + " ";
        Suite.Show("segments", lengths);
        Suite.Show("position of", Text(chain.Slice(chain.PositionOf(4)!.Value)));
        Suite.Show("position of none", chain.PositionOf(9) is null);
        Suite.Show("offset", chain.GetOffset(chain.GetPosition(5)));
        int[] target = new int[6];
        chain.CopyTo(target);
        Suite.Show("copy", string.Join(" ", target));
        Suite.Show("of memory", Text(new ReadOnlySequence<int>(new int[] { 1, 2, 3 }.AsMemory(1))));
        Suite.Show("of an array part", Text(new ReadOnlySequence<int>([1, 2, 3, 4], 1, 2)));
        Suite.Show("text", Chars(Chain("hel".ToCharArray(), "lo".ToCharArray())));
        Suite.Show("text of a string", Chars(new ReadOnlySequence<char>("hello".AsMemory(1, 3))));
        Suite.Show("empty", ReadOnlySequence<int>.Empty.IsEmpty + " " + default(ReadOnlySequence<int>).Length);
        SequencePosition position = chain.Start;
        int parts = 0;
        while (chain.TryGet(ref position, out ReadOnlyMemory<int> part)) parts += part.Length > 0 ? 1 : 10;
        Suite.Show("parts by position", parts);
    }

    private static void SequenceEnds()
    {
        Suite.Group("ReadOnlySequence ends");
        Suite.Show("slice behind", Thrown.KindBy(() => Chain([1], [2]).Slice(3)));
        Suite.Show("slice too long", Thrown.KindBy(() => Chain([1], [2]).Slice(1, 2)));
        Suite.Show("negative", Thrown.KindBy(() => Chain([1], [2]).Slice(-1)));
        Suite.Show("position behind", Thrown.KindBy(() => Chain([1], [2]).GetPosition(3)));
        Suite.Show("copy to shorter", Thrown.KindBy(() => Chain([1], [2]).CopyTo(new int[1])));
        Suite.Show("null array", Thrown.KindBy(() => _ = new ReadOnlySequence<int>((int[])null!)));
        Segment<int> first = new(new int[2]);
        Segment<int> second = first.Append(new int[2]);
        Suite.Show("end before start", Thrown.KindBy(() => _ = new ReadOnlySequence<int>(second, 0, first, 1)));
        Suite.Show("start outside", Thrown.KindBy(() => _ = new ReadOnlySequence<int>(first, 3, second, 1)));
    }

    private static void Readers()
    {
        Suite.Group("SequenceReader");
        SequenceReader<int> reader = new(Chain([1, 2], [3, 4, 5], [6]));
        Suite.Show("peek", reader.TryPeek(out int value) + " " + value);
        Suite.Show("read", reader.TryRead(out value) + " " + value + " " + reader.Consumed + " " + reader.Remaining);
        reader.Advance(2);
        Suite.Show("advance over a segment", reader.TryRead(out value) + " " + value);
        reader.Rewind(3);
        Suite.Show("rewind", reader.TryPeek(out value) + " " + value);
        Suite.Show("peek ahead", reader.TryPeek(3, out value) + " " + value + " " + reader.TryPeek(9, out _));
        Suite.Show("is next", reader.IsNext([2, 3]) + " " + reader.IsNext([2, 4]) + " " + reader.IsNext([2, 3, 4], advancePast: true));
        Suite.Show("after", reader.TryRead(out value) + " " + value + " " + reader.End);
        Suite.Show("last", reader.TryRead(out value) + " " + value + " " + reader.End + " " + reader.TryRead(out _));
        Suite.Show("advance behind", Thrown.KindBy(() => new SequenceReader<int>(Chain([1], [2])).Advance(3)));
        SequenceReader<char> text = new(Chain("ab,c".ToCharArray(), "d;;e,".ToCharArray(), "f".ToCharArray()));
        Suite.Show("to comma", text.TryReadTo(out ReadOnlySequence<char> word, ',') + " " + Chars(word));
        Suite.Show("to any", text.TryReadToAny(out word, ",;") + " " + Chars(word));
        Suite.Show("past", text.AdvancePast(';') + " " + Chars(text.UnreadSequence));
        Suite.Show("without delimiter", text.TryReadTo(out ReadOnlySpan<char> span, ',', advancePastDelimiter: false) + " " + span.ToString() + " " + text.IsNext(','));
        Suite.Show("to a missing one", text.TryReadTo(out word, '!') + " " + text.Remaining);
        Suite.Show("to text", new SequenceReader<char>(Chain("a-".ToCharArray(), "-b".ToCharArray())) is var marks && marks.TryReadTo(out word, "--") && word.Length == 1);
        Suite.Show("exact", text.TryReadExact(2, out word) + " " + Chars(word));
        Suite.Show("exact too long", text.TryReadExact(2, out _));
    }

    private static void ReadersOfBytes()
    {
        Suite.Group("SequenceReader of bytes");
        SequenceReader<byte> reader = new(Chain<byte>([1, 2, 3], [4, 5], [6, 7, 8, 9, 10, 11, 12, 13, 14]));
        Suite.Show("little", reader.TryReadLittleEndian(out short small) + " " + small);
        Suite.Show("big over segments", reader.TryReadBigEndian(out int number) + " " + number);
        Suite.Show("long", reader.TryReadBigEndian(out long large) + " " + large);
        Suite.Show("no room", reader.TryReadLittleEndian(out int _) + " " + reader.Remaining);
        byte[] copy = new byte[3];
        SequenceReader<byte> other = new(Chain<byte>([1, 2], [3, 4]));
        Suite.Show("copy", other.TryCopyTo(copy) + " " + string.Join(" ", copy) + " " + other.Consumed);
    }

    private static void Writers()
    {
        Suite.Group("ArrayBufferWriter");
        ArrayBufferWriter<int> writer = new();
        Suite.Show("new", writer.WrittenCount + " " + writer.Capacity);
        writer.GetSpan(3)[0] = 1;
        writer.Advance(2);
        writer.Write([7, 8, 9]);
        Suite.Show("written", string.Join(" ", writer.WrittenMemory.ToArray()));
        Suite.Show("room", writer.FreeCapacity > 0 && writer.Capacity >= 5);
        Suite.Show("large", writer.GetMemory(1000).Length >= 1000);
        writer.Clear();
        Suite.Show("cleared", writer.WrittenCount);
        Suite.Show("advance too far", Thrown.WithMessage(() => new ArrayBufferWriter<int>(4).Advance(5)));
        Suite.Show("advance back", Thrown.KindBy(() => writer.Advance(-1)));
        Suite.Show("no capacity", Thrown.KindBy(() => _ = new ArrayBufferWriter<int>(0)));
        IBufferWriter<char> text = new ArrayBufferWriter<char>(2);
        for (int i = 0; i < 10; i++) text.Write("abc");
        Suite.Show("grown", ((ArrayBufferWriter<char>)text).WrittenSpan.Length);
    }

    private static void Owned()
    {
        Suite.Group("MemoryPool");
        using IMemoryOwner<int> owner = MemoryPool<int>.Shared.Rent(10);
        Suite.Show("at least", owner.Memory.Length);
        owner.Memory.Span[3] = 4;
        Suite.Show("write", owner.Memory.Span[3]);
        Suite.Show("default", MemoryPool<byte>.Shared.Rent().Memory.Length);
        IMemoryOwner<int> other = MemoryPool<int>.Shared.Rent(1);
        other.Dispose();
        Suite.Show("disposed", Thrown.KindBy(() => _ = other.Memory));
        Suite.Show("negative", Thrown.KindBy(() => MemoryPool<int>.Shared.Rent(-2)));
    }
}
