using System;
using System.Reflection;

static class Case
{
    internal static void Run()
    {
        MethodInfo method = typeof(string).GetMethod("Trim", Type.EmptyTypes)!; // expect: UK2001
        method.Invoke("a", null);
    }
}
