using System;

static class Case
{
    internal static void Run()
    {
        Delegate action = () => { };
        action.DynamicInvoke(); // expect: UK2001
    }
}
