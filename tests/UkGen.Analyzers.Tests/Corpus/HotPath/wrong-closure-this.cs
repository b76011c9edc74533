using System;
using Uk;

unsafe class Case
{
    [HotPath]
    internal void Run()
    {
        System.Func<int> read = () => _number; // expect: UK2101
    }

    private int _number = 1;
}
