using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        bool isDotNet = Running.OnDotNet;
        if (isDotNet) File.Delete("a"); // expect: UK2001
    }
}
