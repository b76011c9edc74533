using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static bool Run(string name)
    {
        return name.Length == 3 && name == "abc" && name[0] == 'a' && name.AsSpan(1).SequenceEqual("bc");
    }
}
