using System.Collections.Generic;
using Uk;

static class Case
{
    [HotPath]
    internal static IEnumerable<int> Run()
    {
        yield return 1; // expect: UK2101
    }
}
