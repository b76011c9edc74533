using System.Collections.Generic;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run(Dictionary<int, int> table)
    {
        return table.TryGetValue(1, out int value) ? value : 0;
    }
}
