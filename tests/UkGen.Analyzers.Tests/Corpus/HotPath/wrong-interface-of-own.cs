using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(IRule rule)
    {
        rule.Apply(5); // expect: UK2103
    }

    internal interface IRule
    {
        void Apply(int number);
    }
}
