// Writes source text: four spaces a level, \n at the end of a line, no white space before it.

using System;
using System.Text;

namespace UkGen;

/// <summary>Collects lines of emitted code at the current depth.</summary>
public sealed class IndentedWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An empty line, unless the block has just begun or the last line is empty already.</summary>
    public void Separate()
    {
        if (_text.Length == 0 || EndsWith("\n\n") || EndsWith("{\n")) return;
        _text.Append('\n');
    }

    /// <summary>One or several lines, each at the current depth.</summary>
    public void Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>A line, then what <paramref name="body"/> writes, in braces and one level deeper.</summary>
    public void Block(string header, Action body, string end = "")
    {
        Line(header);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line("}" + end);
    }

    public override string ToString() => _text.ToString();

    private bool EndsWith(string end) =>
        _text.Length >= end.Length && _text.ToString(_text.Length - end.Length, end.Length) == end;
}
