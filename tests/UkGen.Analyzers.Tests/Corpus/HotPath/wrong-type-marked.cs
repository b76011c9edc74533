using System;
using Uk;

[HotPath]
struct Counter
{
    private string _text;
    public void Add(int n) => _text = n.ToString(); // expect: UK2101
    public readonly int Length => _text.Length;
}
