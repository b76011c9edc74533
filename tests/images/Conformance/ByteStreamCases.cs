using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Streams, readers and writers over them, names of files.</summary>
internal static class ByteStreamCases
{
    /// <summary>Gives at most so many bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes, int most) : Stream
    {
        private int _at;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count)
        {
            int part = Math.Min(Math.Min(count, most), bytes.Length - _at);
            Array.Copy(bytes, _at, buffer, offset, part);
            _at += part;
            return part;
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
    private static string Lines(string text) => text.Replace("\r", "\\r").Replace("\n", "\\n");

    public static void Run()
    {
        Suite.Group("byte streams");
        Memory();
        Errors();
        Reading();
        Lines();
        Writing();
        Binary();
        Later();
        Names();
    }

    private static void Memory()
    {
        MemoryStream stream = new();
        stream.Write([1, 2, 3, 4, 5], 1, 3);
        stream.WriteByte(9);
        stream.Write((ReadOnlySpan<byte>)[7, 8]);
        Suite.Show("memory.write", $"{Hex(stream.ToArray())} {stream.Length} {stream.Position} {stream.Capacity}");
        stream.Position = 2;
        Suite.Show("memory.read", $"{stream.ReadByte()} {stream.Read(new byte[10], 0, 2)} {stream.Position} {stream.ReadByte()} {stream.ReadByte()}");
        stream.Position = 10;
        Suite.Show("memory.beyond", $"{stream.ReadByte()} {stream.Read(new byte[4])} {stream.Length}");
        stream.WriteByte(1);
        Suite.Show("memory.gap", $"{Hex(stream.ToArray())} {stream.Length} {stream.Position}");
        Suite.Show("memory.seek", $"{stream.Seek(-3, SeekOrigin.End)} {stream.Seek(1, SeekOrigin.Begin)} {stream.Seek(2, SeekOrigin.Current)}");
        stream.SetLength(3);
        Suite.Show("memory.shorter", $"{Hex(stream.ToArray())} {stream.Position}");
        stream.SetLength(6);
        Suite.Show("memory.longer", $"{Hex(stream.ToArray())} {stream.Position}");
        MemoryStream growing = new(3);
        string capacities = "";
        for (int i = 0; i < 600; i++)
        {
            growing.WriteByte((byte)i);
            if (!capacities.EndsWith(" " + growing.Capacity)) capacities += " " + growing.Capacity;
        }
        Suite.Show("memory.capacity", capacities);
        byte[] own = [1, 2, 3, 4, 5, 6];
        MemoryStream part = new(own, 1, 4);
        part.Seek(1, SeekOrigin.Begin);
        part.WriteByte(77);
        Suite.Show("memory.part", $"{own[2]} {part.Length} {part.Capacity} {Hex(part.ToArray())} {part.Position} {part.CanWrite} {part.TryGetBuffer(out _)}");
        MemoryStream visible = new(own, 2, 3, false, true);
        Suite.Show("memory.visible", $"{visible.TryGetBuffer(out ArraySegment<byte> segment)} {segment.Offset} {segment.Count} {ReferenceEquals(visible.GetBuffer(), own)} {visible.CanWrite}");
        MemoryStream target = new();
        part.Position = 2;
        part.CopyTo(target);
        part.WriteTo(target);
        Suite.Show("memory.copy", Hex(target.ToArray()) + part.Position);
        Suite.Show("memory.buffer", $"{new MemoryStream().GetBuffer().Length} {new MemoryStream(5).GetBuffer().Length} {new MemoryStream([1, 2]).Length}");
        Span<byte> three = stackalloc byte[3];
        part.Position = 0;
        part.ReadExactly(three);
        Suite.Show("memory.exactly", Hex(three.ToArray()) + part.ReadAtLeast(three, 1) + part.ReadAtLeast(three, 1, throwOnEndOfStream: false));
        Suite.Show("null", $"{Stream.Null.Read(three)} {Stream.Null.CanWrite} {Stream.Null.Length} {Stream.Null.ReadByte()}");
        Dripping drips = new([1, 2, 3, 4, 5, 6, 7], 3);
        target.SetLength(0);
        drips.CopyTo(target, 2);
        Suite.Show("copy", Hex(target.ToArray()));
        Suite.Show("drip.exactly", Dripped(2, 5) + Dripped(3, 8) + Dripped(1, 0));
    }

    private static string Dripped(int most, int count)
    {
        byte[] buffer = new byte[count];
        return Thrown.KindBy(() => new Dripping([1, 2, 3, 4, 5, 6, 7], most).ReadExactly(buffer)) + Hex(buffer);
    }

    private static void Errors()
    {
        MemoryStream fixedLength = new([1, 2, 3]), readOnly = new([1, 2, 3], false), closed = new();
        closed.Dispose();
        (string Name, Action Action)[] actions =
        [
            ("grow", () => fixedLength.Write(new byte[4])), ("setlength", () => fixedLength.SetLength(4)), ("capacity", () => fixedLength.Capacity = 2), ("readonly", () => readOnly.WriteByte(1)),
            ("closed", () => closed.ReadByte()), ("closedlength", () => _ = closed.Length), ("closedwrite", () => closed.WriteByte(1)), ("position", () => fixedLength.Position = -1), ("seek", () => fixedLength.Seek(-1, SeekOrigin.Begin)),
            ("origin", () => fixedLength.Seek(0, (SeekOrigin)9)), ("buffer", () => fixedLength.GetBuffer()), ("null", () => fixedLength.Read(null!, 0, 0)), ("offset", () => fixedLength.Read(new byte[2], -1, 1)), ("count", () => fixedLength.Read(new byte[2], 1, 2)),
            ("array", () => new MemoryStream((byte[])null!)), ("negative", () => new MemoryStream(-1)), ("part", () => new MemoryStream(new byte[2], 1, 2)), ("copy", () => fixedLength.CopyTo(null!)), ("copyzero", () => fixedLength.CopyTo(new MemoryStream(), 0)),
            ("copyreadonly", () => fixedLength.CopyTo(readOnly)), ("copyclosed", () => fixedLength.CopyTo(closed)), ("timeout", () => fixedLength.ReadTimeout = 1), ("atleast", () => fixedLength.ReadAtLeast(new byte[1], 2)), ("reader", () => new StreamReader((Stream)null!)),
            ("readerclosed", () => new StreamReader(closed)), ("writer", () => new StreamWriter(readOnly)), ("binaryreader", () => new BinaryReader(closed)), ("binarywriter", () => new BinaryWriter(readOnly)), ("binarynull", () => new BinaryWriter(null!)),
        ];
        foreach ((string name, Action action) in actions) Suite.Show("error." + name, Thrown.By(action));
        Suite.Show("closed.array", closed.ToArray().Length + " " + closed.CanRead + closed.CanSeek + closed.CanWrite);
        Suite.Show("end", Thrown.WithMessage(() => fixedLength.ReadExactly(new byte[9])));
        Suite.Show("ioexceptions", new IOException().Message + new EndOfStreamException().Message + new FileNotFoundException().Message + new InvalidDataException().Message + (new EndOfStreamException() is IOException) + (new FileNotFoundException("m", "f").FileName));
    }

    private static void Reading()
    {
        string text = "aä€😀\r\nzweite\rdritte\n\nlast";
        Encoding[] encodings = [Encoding.UTF8, new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        for (int i = 0; i < encodings.Length; i++)
        {
            byte[] bytes = [.. encodings[i].GetPreamble(), .. encodings[i].GetBytes(text)];
            foreach (int most in (int[])[1, 3, 1000])
            {
                // How much of a mark has to come at once differs.
                using StreamReader detecting = new(new Dripping(bytes, most < 4 ? 1000 : most));
                Suite.Show($"reader.detect{i}.{most}", Lines(detecting.ReadToEnd()) + " " + detecting.CurrentEncoding.WebName);
                using StreamReader told = new(new Dripping(bytes, most), encodings[i], false);
                Suite.Show($"reader.told{i}.{most}", Lines(told.ReadToEnd()) + told.EndOfStream);
            }
        }
        using StreamReader reader = new(new MemoryStream(Encoding.UTF8.GetBytes("abcdefgh")), Encoding.UTF8, true, 1, false);
        char[] buffer = new char[5];
        Suite.Show("reader.chars", $"{(char)reader.Peek()}{(char)reader.Read()} {reader.Read(buffer, 1, 3)} {new string(buffer, 1, 3)} {reader.ReadBlock(buffer, 0, 5)} {new string(buffer, 0, 4)} {reader.Read()} {reader.Peek()} {reader.Read(buffer, 0, 5)}");
        using StreamReader broken = new(new MemoryStream([65, 0xE2, 0x82]));
        Suite.Show("reader.broken", broken.ReadToEnd().Replace('\uFFFD', '?'));
        string large = string.Concat(Enumerable.Range(0, 3000).Select(i => i + (i % 7 == 0 ? "\r\n" : i % 5 == 0 ? "\n" : "é")));
        using StreamReader many = new(new Dripping(Encoding.UTF8.GetBytes(large), 100));
        int lines = 0, characters = 0;
        while (many.ReadLine() is { } line) (lines, characters) = (lines + 1, characters + line.Length);
        Suite.Show("reader.large", $"{lines} {characters}");
        MemoryStream left = new([65]);
        new StreamReader(left, leaveOpen: true).Dispose();
        Suite.Show("reader.leave", left.CanRead.ToString());
        StreamReader closed = new(left);
        closed.Dispose();
        Suite.Show("reader.closed", Thrown.By(() => closed.Read()) + left.CanRead);
        Suite.Show("reader.null", StreamReader.Null.ReadToEnd() + TextReader.Null.ReadToEnd() + (StreamReader.Null.ReadLine() is null));
    }

    private static void Lines()
    {
        string[] texts = ["", "\n", "\r", "\r\n", "a", "a\n", "a\r\nb", "a\rb\n", "\n\n", "\r\n\r\n", "a\n\r\nb\r\r", "x\r"];
        for (int i = 0; i < texts.Length; i++)
        {
            StringReader strings = new(texts[i]);
            using StreamReader streams = new(new Dripping(Encoding.ASCII.GetBytes(texts[i]), 1));
            string fromString = "", fromStream = "";
            while (strings.ReadLine() is { } line) fromString += "[" + line + "]";
            while (streams.ReadLine() is { } line) fromStream += "[" + line + "]";
            Suite.Show($"lines.{i}", fromString + " " + fromStream);
        }
        StringReader reader = new("abcdef");
        char[] buffer = new char[4];
        Suite.Show("stringreader", $"{reader.Read(buffer, 1, 2)} {new string(buffer, 1, 2)} {(char)reader.Peek()} {reader.ReadBlock(buffer, 0, 4)} {new string(buffer)} {reader.Read(buffer, 0, 4)} {reader.ReadToEnd()}|{reader.Read()}");
        Suite.Show("stringreader.errors", Thrown.By(() => reader.Read(null!, 0, 1)) + Thrown.By(() => reader.Read(buffer, -1, 1)) + Thrown.By(() => reader.Read(buffer, 0, -1)) + Thrown.By(() => reader.Read(buffer, 3, 2)));
    }

    private static void Writing()
    {
        Encoding?[] encodings = [null, Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.ASCII, Encoding.Latin1];
        for (int i = 0; i < encodings.Length; i++)
        {
            MemoryStream stream = new();
            using (StreamWriter writer = new(stream, encodings[i], -1, true))
            {
                writer.Write("aä€");
                writer.Write('\uD83D');
                writer.Write('\uDE00');
                writer.Write(12);
                writer.WriteLine(1.5);
                writer.Write("{0}-{1}", 1, "x");
                writer.Write(new[] { 'q', 'r' }, 1, 1);
            }
            Suite.Show($"writer.{i}", Hex(stream.ToArray()));
        }
        MemoryStream target = new();
        StreamWriter flushing = new(target, new UTF8Encoding(false), 1) { AutoFlush = false, NewLine = "|" };
        flushing.Write("abc");
        string log = target.Length + " ";
        flushing.Flush();
        log += target.Length + " ";
        flushing.AutoFlush = true;
        flushing.WriteLine("d");
        log += target.Length + " ";
        flushing.Write(new string('x', 500));
        log += target.Length;
        Suite.Show("writer.flush", log + flushing.Encoding.WebName + (flushing.BaseStream == target));
        flushing.Close();
        Suite.Show("writer.closed", Thrown.KindBy(() => flushing.Write('a')) + target.CanWrite);
        MemoryStream appended = new();
        appended.WriteByte(65);
        using (StreamWriter writer = new(appended, Encoding.UTF8, leaveOpen: true)) writer.Write("b");
        Suite.Show("writer.append", Hex(appended.ToArray()));
    }

    private static void Binary()
    {
        MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, Encoding.UTF8, true))
        {
            writer.Write(true);
            writer.Write((byte)1);
            writer.Write((sbyte)-2);
            writer.Write((short)-3);
            writer.Write((ushort)4);
            writer.Write(-5);
            writer.Write(6u);
            writer.Write(-7L);
            writer.Write(8ul);
            writer.Write(1.5f);
            writer.Write(-2.5);
            writer.Write(12.345m);
            writer.Write((Half)0.5f);
            writer.Write('ä');
            writer.Write("text€");
            writer.Write([1, 2, 3]);
            writer.Write([1, 2, 3], 1, 1);
            writer.Write(['x', 'ü']);
            writer.Write7BitEncodedInt(300);
            writer.Write7BitEncodedInt(-1);
            writer.Write7BitEncodedInt64(1L << 40);
            writer.Write(new string('y', 200));
        }
        Suite.Show("binary.bytes", Hex(stream.ToArray()));
        stream.Position = 0;
        BinaryReader reader = new(stream);
        string first = $"{reader.ReadBoolean()} {reader.ReadByte()} {reader.ReadSByte()} {reader.ReadInt16()} {reader.ReadUInt16()} {reader.ReadInt32()} {reader.ReadUInt32()} {reader.ReadInt64()} {reader.ReadUInt64()}";
        Suite.Show("binary.integers", first);
        Suite.Show("binary.floats", $"{reader.ReadSingle()} {reader.ReadDouble()} {reader.ReadDecimal()} {(float)reader.ReadHalf()}");
        Suite.Show("binary.text", $"{reader.PeekChar()} {reader.ReadChar()} {reader.ReadString()} {Hex(reader.ReadBytes(4))} {new string(reader.ReadChars(2))}");
        Suite.Show("binary.packed", $"{reader.Read7BitEncodedInt()} {reader.Read7BitEncodedInt()} {reader.Read7BitEncodedInt64()} {reader.ReadString().Length} {reader.ReadBytes(3).Length} {reader.PeekChar()} {reader.Read()}");
        Suite.Show("binary.errors", Thrown.WithMessage(() => reader.ReadInt32()) + Thrown.WithMessage(() => reader.ReadByte()) + Thrown.WithMessage(() => new BinaryReader(new MemoryStream([255, 255, 255, 255, 255])).Read7BitEncodedInt()) + Thrown.KindBy(() => new BinaryWriter(new MemoryStream()).Write('\uD800')));
    }

    private static void Later()
    {
        CaseContext.Show("async", async trace =>
        {
            MemoryStream stream = new();
            await stream.WriteAsync(new byte[] { 1, 2, 3 });
            await stream.WriteAsync(new byte[] { 4, 5, 6 }, 1, 2);
            await stream.FlushAsync();
            stream.Position = 1;
            byte[] buffer = new byte[3];
            trace.Add(await stream.ReadAsync(buffer)).Add(Hex(buffer)).Add(await stream.ReadAsync(buffer, 0, 2)).Add(await stream.ReadAsync(buffer));
            stream.Position = 0;
            MemoryStream copy = new();
            await stream.CopyToAsync(copy);
            await new Dripping([7, 8], 1).CopyToAsync(copy);
            trace.Add(Hex(copy.ToArray()));
            await stream.DisposeAsync();
            trace.Add(stream.CanRead);
        });
        CaseContext.Show("async.text", async trace =>
        {
            MemoryStream stream = new();
            await using (StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true))
            {
                await writer.WriteAsync("eins");
                await writer.WriteLineAsync('!');
                await writer.WriteLineAsync("zwei".AsMemory());
                await writer.WriteAsync(['d', 'r', 'e', 'i'], 0, 4);
                await writer.FlushAsync();
            }
            stream.Position = 0;
            using StreamReader reader = new(stream);
            trace.Add(await reader.ReadLineAsync() ?? "none");
            char[] chars = new char[3];
            trace.Add(await reader.ReadAsync(chars, 0, 3)).Add(new string(chars)).Add(await reader.ReadBlockAsync(chars, 0, 2)).Add((await reader.ReadToEndAsync()).Replace("\n", "|")).Add(await reader.ReadLineAsync() ?? "none");
            StringReader strings = new("a\nb\nc");
            trace.Add(await strings.ReadLineAsync() ?? "none").Add(await strings.ReadLineAsync(default) ?? "none").Add(await strings.ReadToEndAsync());
            StringWriter written = new();
            await written.WriteAsync("x");
            await written.WriteLineAsync("y");
            await written.FlushAsync();
            trace.Add(written.ToString().Replace("\n", "|"));
        });
        CaseContext.Show("async.cancelled", async trace =>
        {
            CancellationToken cancelled = new(true);
            MemoryStream stream = new([1]);
            foreach (Func<Task> action in (Func<Task>[])[() => stream.ReadAsync(new byte[1], cancelled).AsTask(), () => stream.WriteAsync(new byte[1], 0, 1, cancelled), () => stream.FlushAsync(cancelled), () => stream.CopyToAsync(new MemoryStream(), cancelled)])
            {
                try
                {
                    await action();
                    trace.Add("ran");
                }
                catch (OperationCanceledException)
                {
                    trace.Add("cancelled");
                }
            }
        });
        CaseContext.Show("async.exactly", async trace =>
        {
            byte[] buffer = new byte[4];
            await new Dripping([1, 2, 3, 4, 5], 3).ReadExactlyAsync(buffer);
            trace.Add(Hex(buffer)).Add(await new Dripping([1, 2], 1).ReadAtLeastAsync(buffer, 3, false));
            try
            {
                await new Dripping([1, 2], 1).ReadExactlyAsync(buffer);
            }
            catch (EndOfStreamException)
            {
                trace.Add("end");
            }
        });
    }

    private static void Names()
    {
        string?[] paths = [null, "", "/", "a", "a.txt", "/a/b.c/d", "/a/b.c/d.e.f", "a/", "a//b", ".x", "a.", "/a", "//a//b//", "..", "a/b/.hidden", "a\\b.c"];
        for (int i = 0; i < paths.Length; i++)
        {
            string? path = paths[i];
            Suite.Show($"path.{i}", $"{Path.GetFileName(path) ?? "null"}|{Path.GetExtension(path) ?? "null"}|{Path.GetFileNameWithoutExtension(path) ?? "null"}|{Path.GetDirectoryName(path) ?? "null"}|{Path.HasExtension(path)}|{Path.IsPathRooted(path)}|{Path.GetPathRoot(path) ?? "null"}|{Path.ChangeExtension(path, ".z") ?? "null"}|{Path.ChangeExtension(path, "z")}|{Path.ChangeExtension(path, null)}|{Path.EndsInDirectorySeparator(path)}|{(path is null ? "" : Path.TrimEndingDirectorySeparator(path))}|{Path.GetDirectoryName(path.AsSpan()).ToString()}");
        }
        Suite.Show("path.combine", $"{Path.Combine("a", "b")} {Path.Combine("a/", "b")} {Path.Combine("a", "/b")} {Path.Combine("", "b")} {Path.Combine("a", "", "c")} {Path.Combine("a", "b", "c", "d")} {Path.Combine("a", "b", "/c", "d", "e")}");
        Suite.Show("path.join", $"{Path.Join("a", "b")} {Path.Join("a/", "/b")} {Path.Join("a", "/b")} {Path.Join("", "b")} {Path.Join("a", null, "c")} {Path.Join("a", "b", "c", "d")}");
        Suite.Show("path.errors", Thrown.By(() => Path.Combine("a", null!)) + Thrown.By(() => Path.Combine((string[])null!)) + Thrown.By(() => Path.IsPathFullyQualified(null!)));
        Suite.Show("path.constants", $"{Path.DirectorySeparatorChar}{Path.PathSeparator}{Path.AltDirectorySeparatorChar}{Path.GetInvalidFileNameChars().Length}{Path.GetInvalidPathChars().Length}");
    }
}
