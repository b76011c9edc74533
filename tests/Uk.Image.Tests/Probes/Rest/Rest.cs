// Waits for three seconds with nothing to do.

using System;
using System.Threading.Tasks;

internal static class Rest
{
    private static async Task Main()
    {
        // The first wait finds out what the machine's timer counts.
        await Task.Delay(1);
        Console.WriteLine("resting");
        await Task.Delay(3_000);
        Console.WriteLine("rested");
        // Whoever measures looks at the machine now.
        await Task.Delay(1_000);
    }
}
