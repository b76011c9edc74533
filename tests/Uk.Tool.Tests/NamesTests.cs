// The tables of names: made of what an object asks for, and of nothing else.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Uk.Qemu;
using Uk.Tool.Names;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class NamesTests : IDisposable
{
    private const string Assembly = "Uk.Tool.Tests", Namespace = "Uk.Tool.Tests";
    private static readonly HostTool s_assembler = new("as", "binutils");
    private static readonly TimeSpan s_timeout = Patience.Long;

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    // What the tables of these tests are about.
    private enum Plain { One = 1, Minus = -1, Zero = 0, AlsoOne = 1 }

    [Flags]
    private enum Bits : byte { High = 0x80, Low = 1 }

    private sealed class Failed : InvalidOperationException;

    private static class Sample<T>
    {
        public static void Take(T item) => throw new InvalidOperationException($"{item}");
    }

    private static class Samples
    {
        public static void Over(string text) => throw new InvalidOperationException(text);
        public static void Over(int[] numbers, ref Plain plain) => throw new InvalidOperationException($"{numbers.Length}{plain}");
        public static void Generic<TKey, TValue>(Dictionary<TKey, TValue> table) where TKey : notnull => throw new InvalidOperationException($"{table.Count}");
        [StackTraceHidden] public static void Hidden() => throw new InvalidOperationException();

        public static async Task Later(int number)
        {
            await Task.Yield();
            throw new InvalidOperationException($"{number}");
        }

        public static IEnumerable<int> Many(int count)
        {
            yield return count;
        }
    }

    /// <summary>An object that defines method tables and code, and leaves the rest to others.</summary>
    private string Object(IEnumerable<string> tables, IEnumerable<string> methods, params string[] asked)
    {
        var text = new StringBuilder("        .section .data\n");
        foreach (string table in tables) text.Append($"        .globl \"{table}\"\n\"{table}\": .skip 48\n");
        text.Append("        .section __managedcode, \"ax\"\n");
        foreach (string method in methods) text.Append($"        .globl \"{method}\"\n\"{method}\": .skip 32\n");
        text.Append("        .section .rodata\n");
        foreach (string name in asked) text.Append($"        .long {name} - .\n");
        File.WriteAllText(_scratch["object.S"], text.ToString());
        s_assembler.Run(s_timeout, "--64", "-o", _scratch["object.o"], _scratch["object.S"]).OutputOrThrow();
        return _scratch["object.o"];
    }

    private ToolResult Run(string compiled, string output = "names.S", string? statistics = null) => UkCommand.Run("names", "--object", compiled,
        "--statistics", statistics ?? _scratch["test.mstat"], "--assembly", typeof(NamesTests).Assembly.Location, "--assembly", typeof(object).Assembly.Location, "--out", _scratch[output]);

    /// <summary>The bytes of one table, as the linker would put them into an image.</summary>
    private byte[] Table(string name)
    {
        s_assembler.Run(s_timeout, "--64", "-o", _scratch["names.o"], _scratch["names.S"]).OutputOrThrow();
        new HostTool("objcopy", "binutils").Run(s_timeout, "-O", "binary", "-j", ".rodata." + name, _scratch["names.o"], _scratch["table"]).OutputOrThrow();
        return File.ReadAllBytes(_scratch["table"]);
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private StatisticsFile Statistics()
    {
        var file = new StatisticsFile();
        file.WithType(file.Type(Assembly, Namespace, "NamesTests+Plain"), "_ZTV5Plain");
        file.WithType(file.Type(Assembly, Namespace, "NamesTests+Bits"), "_ZTV4Bits", "");
        file.WithType(file.Type(Assembly, Namespace, "NamesTests+Failed"), "_ZTV6Failed");
        file.WithType(file.Type(Assembly, Namespace, "NamesTests+Sample`1"), "_ZTV8Sample_1", " reflection visible");
        return file;
    }

    private static readonly string[] s_tables = ["_ZTV6Failed", "_ZTV5Plain", "_ZTV8Sample_1", "_ZTV4Bits"];

    [Fact]
    public void What_is_not_asked_for_is_not_written_and_nothing_is_read_for_it()
    {
        File.WriteAllText(_scratch["test.mstat"], "not statistics");
        ToolResult result = Run(Object(s_tables, [], "uk_memmove"));
        Assert.Equal((0, ""), (result.Status, result.Error));
        string[] lines = File.ReadAllLines(_scratch["names.S"]);
        Assert.Single(lines);
        Assert.StartsWith("#", lines[0]);
    }

    [Fact]
    public void Types_are_listed_by_their_place_in_the_object()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object(s_tables, [], "uk_type_names")).Status);
        byte[] table = Table("uk_type_table");
        Assert.Equal([4, 2], new[] { BitConverter.ToInt32(table, 4), BitConverter.ToInt32(table, 8) });
        // Of 48 bytes each: keys count words of eight.
        Assert.Equal([0, 6, 12, 18], Enumerable.Range(0, 4).Select(i => (int)BitConverter.ToUInt16(table, 16 + 2 * i)));
        string pool = Text(Table("uk_name_pool"));
        foreach (string name in new[] { "NamesTests", "Failed", "Plain", "Sample`1", "Bits", "Uk.Tool.Tests" }) Assert.Equal(2, pool.Split(name).Length);
    }

    [Fact]
    public void Names_of_exceptions_alone_are_fewer()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object(s_tables, [], "uk_exception_names")).Status);
        Assert.Equal(1, BitConverter.ToInt32(Table("uk_type_table"), 4));
        string pool = Text(Table("uk_name_pool"));
        Assert.Contains("Failed", pool);
        Assert.DoesNotContain("Plain", pool);
    }

    [Fact]
    public void Both_names_of_the_table_of_types_stand_for_one_table()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object(s_tables, [], "uk_exception_names", "uk_type_names")).Status);
        Assert.Equal(4, BitConverter.ToInt32(Table("uk_type_table"), 4));
        string text = File.ReadAllText(_scratch["names.S"]);
        Assert.Contains("uk_type_names:\n        .globl  uk_exception_names\nuk_exception_names:\n", text);
    }

    [Fact]
    public void Enums_have_their_members_by_value()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object(s_tables, [], "uk_enum_names")).Status);
        Assert.Equal(2, BitConverter.ToInt32(Table("uk_enum_table"), 4));
        // No flags, four members: 0, 1, 1 and 0xFFFFFFFF as differences, then the names. Then the flags.
        byte[] expected =
        [
            0, 4, 0, 1, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, .. Names("Zero", "One", "AlsoOne", "Minus"),
            1, 2, 1, 0x7F, .. Names("Low", "High"),
        ];
        Assert.Equal(expected, Table("uk_enum_records"));
        Assert.DoesNotContain("uk_name_pool", File.ReadAllText(_scratch["names.S"]));
    }

    private static byte[] Names(params string[] names) => [.. names.SelectMany(name => Encoding.UTF8.GetBytes(name).Prepend((byte)name.Length))];

    [Fact]
    public void Arrays_of_enums_are_found_by_the_names_of_their_elements()
    {
        StatisticsFile file = Statistics();
        file.WithType(file.Type(Assembly, Namespace, "NamesTests"), "_ZTV14__Array<Plain>").Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object([.. s_tables, "_ZTV14__Array<Plain>"], [], "uk_enum_arrays")).Status);
        byte[] table = Table("uk_enum_array_table");
        Assert.Equal(1, BitConverter.ToInt32(table, 4));
        Assert.Contains("\"_ZTV14__Array<Plain>\" - .", File.ReadAllText(_scratch["names.S"]));
    }

    [Fact]
    public void Methods_are_written_as_dotnet_shows_them()
    {
        StatisticsFile file = Statistics();
        var samples = file.Type(Assembly, Namespace, "NamesTests+Samples");
        var text = file.Type("System.Private.CoreLib", "System", "String");
        file.WithMethod(samples, "Over", "Samples__Over", text)
            .WithMethod(samples, "Generic", "Samples__Generic")
            .WithMethod(samples, "Hidden", "Samples__Hidden")
            .WithMethod(file.Type(Assembly, Namespace, "NamesTests+Sample`1"), "Take", "Sample__Take")
            .WithMethod(file.Type(Assembly, Namespace, "NamesTests+Samples+<Later>d__4"), "MoveNext", "Later__MoveNext")
            .WithMethod(file.Type(Assembly, Namespace, "NamesTests+Samples+<Many>d__5"), "MoveNext", "Many__MoveNext")
            .Write(_scratch["test.mstat"]);
        string[] code = ["Later__MoveNext", "Samples__Over", "Samples__Hidden", "Stub", "Sample__Take", "Samples__Generic", "Many__MoveNext"];
        Assert.Equal(0, Run(Object(s_tables, code, "uk_method_names")).Status);
        string table = Text(Table("uk_method_table"));
        foreach (string expected in new[] { "Later(Int32 number)", "Over(String text)", "Take(T item)", "Generic[TKey,TValue](Dictionary`2 table)", "Many(Int32 count)+MoveNext()" })
            Assert.Contains(expected, table);
        Assert.DoesNotContain("Hidden", table);
        Assert.DoesNotContain("numbers", table);
    }

    [Fact]
    public void Assemblies_have_their_full_names()
    {
        StatisticsFile file = Statistics();
        file.WithType(file.Type("System.Private.CoreLib", "System", "String"), "_ZTV6String").Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object([.. s_tables, "_ZTV6String"], [], "uk_type_names", "uk_assembly_names")).Status);
        string names = Text(Table("uk_assembly_table"));
        Assert.Contains("Uk.Tool.Tests, Version=", names);
        Assert.Contains("System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e", names);
    }

    [Fact]
    public void The_same_object_gives_the_same_tables()
    {
        Statistics().Write(_scratch["test.mstat"]);
        string compiled = Object(s_tables, [], "uk_type_names", "uk_enum_names", "uk_method_names", "uk_assembly_names", "uk_enum_arrays");
        Assert.Equal(0, Run(compiled).Status);
        Assert.Equal(0, Run(compiled, "again.S").Status);
        Assert.Equal(File.ReadAllText(_scratch["names.S"]), File.ReadAllText(_scratch["again.S"]));
    }

    [Fact]
    public void Types_that_the_object_does_not_have_are_left_out()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object(["_ZTV5Plain"], [], "uk_type_names", "uk_enum_names")).Status);
        Assert.Equal(1, BitConverter.ToInt32(Table("uk_type_table"), 4));
        Assert.Equal(1, BitConverter.ToInt32(Table("uk_enum_table"), 4));
    }

    [Fact]
    public void An_image_without_any_of_what_it_asks_for_has_empty_tables()
    {
        Statistics().Write(_scratch["test.mstat"]);
        Assert.Equal(0, Run(Object([], [], "uk_type_names", "uk_enum_names", "uk_enum_arrays", "uk_method_names", "uk_assembly_names", "uk_exception_names")).Status);
        Assert.Equal(0, BitConverter.ToInt32(Table("uk_type_table"), 4));
        Assert.Equal(0, BitConverter.ToInt32(Table("uk_method_table"), 8));
    }

    [Fact]
    public void Files_that_are_not_what_they_should_be_are_named()
    {
        string compiled = Object(s_tables, [], "uk_type_names");
        Fails("there is no", Run(compiled, statistics: _scratch["absent.mstat"]), "absent.mstat");
        Fails("there is no", Run(_scratch["absent.o"], statistics: compiled), "absent.o");
        File.WriteAllText(_scratch["text"], "neither an object nor an assembly");
        Fails("file format not recognized", Run(_scratch["text"], statistics: compiled), "text");
        Fails("", Run(compiled, statistics: _scratch["text"]), "text");
        Fails("", Run(compiled, statistics: typeof(object).Assembly.Location.Replace("System.Private.CoreLib.dll", "libSystem.Native.so", StringComparison.Ordinal)), "libSystem.Native.so");
        Fails("version 10", Run(compiled, statistics: typeof(object).Assembly.Location), "System.Private.CoreLib.dll");
        new StatisticsFile { Version = 3 }.Write(_scratch["test.mstat"]);
        Fails("of version 3, not 2", Run(compiled), "test.mstat");
        new StatisticsFile { HasNames = false }.Write(_scratch["test.mstat"]);
        Fails("no names", Run(compiled), "test.mstat");
        new StatisticsFile { IsBroken = true }.Write(_scratch["test.mstat"]);
        Fails("has a 0x00 where an entry begins", Run(compiled), "test.mstat");
    }

    [Fact]
    public void Statistics_that_end_early_are_an_error_and_not_a_crash()
    {
        Statistics().Write(_scratch["test.mstat"]);
        string compiled = Object(s_tables, [], "uk_type_names");
        byte[] whole = File.ReadAllBytes(_scratch["test.mstat"]);
        // What fills the last section up is not missed.
        const int SectionAlignment = 512;
        for (int length = 0; length < whole.Length - SectionAlignment; length += 1 + whole.Length / 12)
        {
            File.WriteAllBytes(_scratch["test.mstat"], whole[..length]);
            Fails("", Run(compiled), "test.mstat");
        }
    }

    private static void Fails(string message, ToolResult result, string file)
    {
        Assert.Equal(1, result.Status);
        Assert.StartsWith("uk names: error UKT001:", result.Error);
        Assert.Contains(message, result.Error);
        Assert.Contains(file, result.Error);
    }

    [Theory]
    [InlineData(0ul, new byte[] { 0 })]
    [InlineData(127ul, new byte[] { 127 })]
    [InlineData(128ul, new byte[] { 128, 1 })]
    [InlineData(ulong.MaxValue, new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 })]
    public void Numbers_are_written_in_LEB128(ulong number, byte[] expected)
    {
        var bytes = new List<byte>();
        NamePool.WriteUnsigned(bytes, number);
        Assert.Equal(expected, bytes);
    }

    /// <summary>A long name takes two bytes for its length.</summary>
    [Fact]
    public void A_nested_type_refers_to_the_one_around_it()
    {
        var pool = new NamePool();
        int inner = pool.Add(new TypePath("A", "N.S", "Outer`1+Inner"));
        int outer = pool.Add(new TypePath("A", "N.S", "Outer`1"));
        Assert.Equal(inner, pool.Add(new TypePath("A", "N.S", "Outer`1+Inner")));
        Assert.Equal("\0\u0003N.S\0\u0007Outer`1\u000b\u0005Inner", Text([.. pool.Bytes]));
        Assert.Equal((5, 14), (outer, inner));
    }
}
