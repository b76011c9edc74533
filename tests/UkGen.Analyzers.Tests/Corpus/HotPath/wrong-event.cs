using System;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Changed += Go; // expect: UK2101
    }

    private static event System.Action? Changed;
    private static void Go() => Changed?.Invoke();
}
