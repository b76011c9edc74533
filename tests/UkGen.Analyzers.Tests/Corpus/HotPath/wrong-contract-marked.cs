using System;
using Uk;

interface IRule<TSelf> where TSelf : struct, IRule<TSelf>
{
    [HotPath]
    static abstract bool Accepts(int number);
}

struct Rule : IRule<Rule>
{
    public static bool Accepts(int number) => number > 0 ? true : throw new InvalidOperationException(); // expect: UK2102
}
