// lacking: System.Environment:P.CurrentManagedThreadId
using System.Collections.Generic;

static class Case
{
    internal static IEnumerable<int> Run() // expect: UK2002
    {
        yield return 1;
    }
}
