using System;

static class Case
{
    internal static void Run()
    {
        Changed += () => Console.WriteLine("a");
        Changed?.Invoke();
    }

    private static event Action? Changed;
}
