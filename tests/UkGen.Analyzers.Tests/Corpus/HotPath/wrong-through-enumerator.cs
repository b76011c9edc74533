using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        foreach (int n in new Numbers()) Use(n);
    }

    private static void Use(int n)
    {
    }

    private readonly struct Numbers
    {
        public Numbers GetEnumerator() => this;
        public int Current => 1;
        public bool MoveNext() => throw new InvalidOperationException(); // expect: UK2102
    }
}
