using System;
using System.IO;
using Uk;

static class Case
{
    internal static void Run()
    {
        if (Running.OnDotNet)
        {
            Action delete = () => File.Delete("a");
            delete();
        }
    }
}
