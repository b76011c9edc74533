// lacking: System.Threading.Monitor
using System;

static class Case
{
    internal static void Run(object gate)
    {
        lock (gate) Console.WriteLine("a"); // expect: UK2002
    }
}
