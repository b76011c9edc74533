using System.Runtime.InteropServices;

static class Case
{
    internal static void Run()
    {
        NativeLibrary.Load("a"); // expect: UK2001
    }
}
