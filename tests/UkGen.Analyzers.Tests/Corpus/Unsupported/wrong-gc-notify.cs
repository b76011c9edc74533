using System;

static class Case
{
    internal static void Run()
    {
        GC.RegisterForFullGCNotification(1, 1); // expect: UK2001
    }
}
