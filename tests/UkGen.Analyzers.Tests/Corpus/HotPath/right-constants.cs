using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static int Run()
    {
        const string Name = "a" + "b";
        return Name.Length + $"{Name}".Length;
    }
}
