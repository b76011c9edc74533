using System;
using System.Linq.Expressions;

static class Case
{
    internal static void Run()
    {
        Expression<Func<int, int>> twice = x => x * 2; // expect: UK2001
    }
}
