// The bytes of names. What is added twice stands there once. A type's record is: where its namespace's or enclosing type's
// record is, doubled, plus one if that is a type (LEB128; the first record is the namespace without a name), its length
// (LEB128), and its name in UTF-8. A namespace's record is the number of its assembly, the length, and the name.

using System;
using System.Collections.Generic;
using System.Text;

namespace Uk.Tool.Names;

internal sealed class NamePool
{
    public const string Table = "uk_name_pool";

    private readonly List<byte> _bytes = [];
    private readonly Dictionary<TypePath, int> _types = [];
    private readonly Dictionary<(string Assembly, string Namespace), int> _namespaces = [];
    private readonly List<string> _assemblies = [];

    public IReadOnlyList<byte> Bytes => _bytes;

    /// <summary>Simple names, in the order of their numbers.</summary>
    public IReadOnlyList<string> Assemblies => _assemblies;

    public void WriteTo(TableSource source)
    {
        source.Begin(Table, 1);
        source.Bytes(_bytes);
    }

    /// <returns>Where its record is.</returns>
    public int Add(TypePath type)
    {
        if (_types.TryGetValue(type, out int at)) return at;
        int parent = type.Outer is { } outer ? Add(outer) * 2 + 1 : AddNamespace(type.Assembly, type.Namespace) * 2;
        at = _bytes.Count;
        WriteUnsigned(_bytes, (uint)parent);
        WriteText(_bytes, type.SimpleName);
        _types.Add(type, at);
        return at;
    }

    private int AddNamespace(string assembly, string name)
    {
        if (_namespaces.TryGetValue((assembly, name), out int at)) return at;
        int number = _assemblies.IndexOf(assembly);
        if (number < 0)
        {
            number = _assemblies.Count;
            _assemblies.Add(assembly);
        }
        at = _bytes.Count;
        WriteUnsigned(_bytes, (uint)number);
        WriteText(_bytes, name);
        _namespaces.Add((assembly, name), at);
        return at;
    }

    public static void WriteText(List<byte> bytes, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        WriteUnsigned(bytes, (uint)utf8.Length);
        bytes.AddRange(utf8);
    }

    /// <summary>LEB128.</summary>
    public static void WriteUnsigned(List<byte> bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
