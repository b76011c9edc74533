using System;
using Uk;

interface IRule<TSelf> where TSelf : struct, IRule<TSelf>
{
    [HotPath] static abstract bool Accepts(int number);
    [HotPath] bool Takes(int number);
}

static class Case<TRule> where TRule : struct, IRule<TRule>
{
    [HotPath]
    internal static bool Run(TRule rule, int number) => TRule.Accepts(number) && rule.Takes(number);

    [HotPath]
    internal static bool Same<T>(T left, T right) where T : struct, IEquatable<T> => left.Equals(right);
}
