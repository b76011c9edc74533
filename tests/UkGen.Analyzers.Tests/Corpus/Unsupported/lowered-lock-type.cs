// lacking: System.Threading.Lock:M.EnterScope
using System;
using System.Threading;

static class Case
{
    internal static void Run(Lock gate)
    {
        lock (gate) Console.WriteLine("a"); // expect: UK2002
    }
}
