using System;
using Uk;

unsafe class Case
{
    [HotPath]
    internal void Run(Case other)
    {
        Action run = other.Go; // expect: UK2101
    }

    internal void Go()
    {
    }
}
