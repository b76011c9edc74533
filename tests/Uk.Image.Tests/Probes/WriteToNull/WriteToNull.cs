// Writes to the first page, which nobody has mapped, three calls deep.

using System.Runtime.CompilerServices;

internal static unsafe class WriteToNull
{
    private static void Main() => Outer(8);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Outer(nuint address)
    {
        Inner(address + 8);
        System.Console.WriteLine("not reached");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Inner(nuint address)
    {
        *(int*)address = 1;
        System.Console.WriteLine("not reached");
    }
}
