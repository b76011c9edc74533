using System.Runtime.InteropServices;

static class Case
{
    [DllImport("*")]
    internal static extern void uk_halt();
}
