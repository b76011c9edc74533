using System;
using Uk;

static unsafe class Case
{
    [Lcore(0), HotPath]
    internal static void Run()
    {
        Console.WriteLine($"started at {DateTime.UtcNow}");
        int[] numbers = new int[4];
        while (s_left > 0) s_left -= numbers[0] + 1;
        Console.WriteLine("ended");
    }

    private static int s_left = 5;
}
