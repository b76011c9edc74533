// Calls a function of the C library, which no image has.

using System;
using System.Runtime.InteropServices;

internal static class NativeCall
{
    private static void Main() => Console.WriteLine($"{getpid()}");

    [DllImport("libc")]
    private static extern int getpid();
}
