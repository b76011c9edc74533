using System.Runtime.CompilerServices;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static byte Run(byte* to, byte* from)
    {
        Unsafe.CopyBlockUnaligned(to, from, 64);
        return Unsafe.Add(ref *to, 1);
    }
}
