// An assembly file of constants.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Uk.Tool.Names;

internal sealed class TableSource
{
    private const int BytesPerLine = 32;

    private readonly StringBuilder _text = new("# The names that the program asks for at run time. Written by uk names.\n");

    /// <summary>The function that the core library calls to learn where a table is.</summary>
    /// <param name="names">What it calls the function: several ask for the same.</param>
    public void Function(IReadOnlyList<string> names, string table)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n        .section .text.{names[0]}, \"ax\"\n");
        foreach (string name in names) _text.Append(CultureInfo.InvariantCulture, $"        .globl  {name}\n{name}:\n");
        _text.Append(CultureInfo.InvariantCulture, $"        leaq    {table}(%rip), %rax\n        ret\n");
    }

    /// <summary>A section of its own, so that the linker drops what nothing refers to.</summary>
    public void Begin(string table, int alignment) =>
        _text.Append(CultureInfo.InvariantCulture, $"\n        .section .rodata.{table}, \"a\"\n        .balign {alignment}\n{table}:\n");

    /// <summary>How far a symbol is from here.</summary>
    public void Distance(string symbol) => _text.Append(CultureInfo.InvariantCulture, $"        .long   \"{symbol}\" - .\n");

    public void Word(int value) => _text.Append(CultureInfo.InvariantCulture, $"        .long   {value}\n");

    /// <summary>Numbers of two or four bytes.</summary>
    public void Numbers(IReadOnlyList<uint> values, int width)
    {
        foreach (uint[] line in values.Chunk(BytesPerLine / width))
            _text.Append(CultureInfo.InvariantCulture, $"        .{(width == 2 ? "word" : "long")}   {string.Join(",", line)}\n");
    }

    public void Bytes(IEnumerable<byte> bytes)
    {
        foreach (byte[] line in bytes.Chunk(BytesPerLine))
            _text.Append(CultureInfo.InvariantCulture, $"        .byte   {string.Join(",", line)}\n");
    }

    public override string ToString() => _text.ToString();
}
