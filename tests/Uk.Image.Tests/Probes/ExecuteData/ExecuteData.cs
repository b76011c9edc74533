// Jumps to the stack, which may not be executed.

using System;

internal static unsafe class ExecuteData
{
    private static void Main()
    {
        byte* code = stackalloc byte[16];
        code[0] = 0xC3; // ret
        ((delegate*<void>)code)();
        Console.WriteLine("not reached");
    }
}
