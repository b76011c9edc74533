using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Span<char> line, int number)
    {
        return line.TryWrite($"{number} packets", out int length) ? length : 0;
    }
}
