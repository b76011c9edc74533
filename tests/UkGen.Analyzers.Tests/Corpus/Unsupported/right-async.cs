using System;
using System.Threading;
using System.Threading.Tasks;

static class Case
{
    internal static async Task Run()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync()) Console.WriteLine("a");
        await Task.WhenAll(Task.Run(() => 1), Task.Delay(5));
    }
}
