using System.Runtime.CompilerServices;

static unsafe class Case
{
    internal static unsafe void Run(byte* to, byte* from)
    {
        Unsafe.CopyBlock(to, from, 5);
    }
}
