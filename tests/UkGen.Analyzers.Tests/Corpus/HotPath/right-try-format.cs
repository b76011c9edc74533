using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Span<char> line, int number)
    {
        return number.TryFormat(line, out int length) ? length : 0;
    }
}
