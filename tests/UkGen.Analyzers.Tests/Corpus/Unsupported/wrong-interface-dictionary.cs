using System.Collections;
using System.Collections.ObjectModel;

static class Case
{
    internal static IDictionary Run(ReadOnlyDictionary<int, int> numbers) => numbers; // expect: UK2004
}
