// .NET's own assemblies as images take them: their texts are in their code.

using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Uk.Qemu;
using Uk.Tool.Stock;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class StockTests : IDisposable
{
    private static readonly string s_framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private static byte[] Original(string name) => File.ReadAllBytes(Path.Combine(s_framework, name + ".dll"));

    /// <summary>The strings that the properties of SR return, or the keys that they look up.</summary>
    private static string[] MessageStrings(byte[] file)
    {
        using var pe = new PEReader(new MemoryStream(file));
        MetadataReader metadata = pe.GetMetadataReader();
        TypeDefinition messages = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Single(type => metadata.GetString(type.Name) == "SR" && metadata.GetString(type.Namespace) == "System");
        return [.. messages.GetMethods().Select(metadata.GetMethodDefinition)
            .Select(method => pe.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!)
            .Where(code => code.Length == 11 && code.Contains((byte)0x72) && code[10] == 0x2A)
            .Select(code => metadata.GetUserString(MetadataTokens.UserStringHandle(BitConverter.ToInt32(code, code[0] == 0x72 ? 1 : 6) & 0xFFFFFF)))];
    }

    [Theory]
    [InlineData("System.Linq", "Sequence contains no elements")]
    [InlineData("System.Collections", "Queue empty.")]
    [InlineData("System.Collections.Concurrent", "The given key '{0}' was not present in the dictionary.")]
    public void The_texts_of_messages_are_in_the_code(string name, string text)
    {
        byte[] original = Original(name);
        Assert.DoesNotContain(text, MessageStrings(original));
        string[] texts = MessageStrings(StockAssembly.WithTexts(original));
        Assert.Contains(text, texts);
        Assert.Equal(MessageStrings(original).Length, texts.Length);
    }

    [Fact]
    public void The_properties_return_what_dotnet_looks_up()
    {
        Type expected = typeof(Enumerable).Assembly.GetType("System.SR")!;
        var context = new AssemblyLoadContext("stock", isCollectible: true);
        using var stock = new MemoryStream(StockAssembly.WithTexts(Original("System.Linq")));
        Type actual = context.LoadFromStream(stock).GetType("System.SR")!;
        PropertyInfo[] messages = [.. expected.GetProperties(BindingFlags.NonPublic | BindingFlags.Static).Where(property => property.PropertyType == typeof(string))];
        Assert.NotEmpty(messages);
        foreach (PropertyInfo message in messages)
            Assert.Equal(message.GetValue(null), actual.GetProperty(message.Name, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null));
        context.Unload();
    }

    [Fact]
    public void The_same_assembly_gives_the_same_bytes() =>
        Assert.Equal(StockAssembly.WithTexts(Original("System.Collections")), StockAssembly.WithTexts(Original("System.Collections")));

    [Fact]
    public void An_assembly_without_messages_is_left_as_it_is()
    {
        byte[] own = File.ReadAllBytes(typeof(StockTests).Assembly.Location);
        Assert.Equal(own, StockAssembly.WithTexts(own));
    }

    [Fact]
    public void The_command_writes_each_assembly_under_its_name()
    {
        string folder = _scratch["stock"];
        ToolResult result = UkCommand.Run("stock", "--assembly", Path.Combine(s_framework, "System.Linq.dll"),
            "--assembly", Path.Combine(s_framework, "System.Memory.dll"), "--out", folder);
        Assert.Equal(0, result.Status);
        Assert.Equal(["System.Linq.dll", "System.Memory.dll"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(StockAssembly.WithTexts(Original("System.Memory")), File.ReadAllBytes(Path.Combine(folder, "System.Memory.dll")));
    }

    [Fact]
    public void A_missing_assembly_and_a_file_that_is_none_are_named()
    {
        ToolResult missing = UkCommand.Run("stock", "--assembly", _scratch["Absent.dll"], "--out", _scratch["out"]);
        Assert.Equal(1, missing.Status);
        Assert.Contains("uk stock: error UKT001: no assembly at", missing.Error);
        File.WriteAllText(_scratch["Text.dll"], "no assembly");
        ToolResult text = UkCommand.Run("stock", "--assembly", _scratch["Text.dll"], "--out", _scratch["out"]);
        Assert.Equal(1, text.Status);
        Assert.Contains("uk stock: error UKT001:", text.Error);
    }
}
