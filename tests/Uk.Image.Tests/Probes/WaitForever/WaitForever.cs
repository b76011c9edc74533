// Waits for what nobody will do.

using System;
using System.Threading.Tasks;

internal static class WaitForever
{
    private static void Main()
    {
        new TaskCompletionSource().Task.Wait();
        Console.WriteLine("not reached");
    }
}
