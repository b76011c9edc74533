using System.Runtime.InteropServices;

static class Case
{
    [DllImport("libc")]
    internal static extern int getpid(); // expect: UK2003
}
