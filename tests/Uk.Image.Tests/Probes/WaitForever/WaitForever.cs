// Waits for what nobody will do, in every way there is. The last one is not caught.

using System;
using System.Threading;
using System.Threading.Tasks;

internal static class WaitForever
{
    private static void Main()
    {
        Try("task", () => new TaskCompletionSource().Task.Wait());
        Try("result", () => Console.WriteLine(new TaskCompletionSource<int>().Task.Result));
        Try("any", () => Task.WaitAny(new TaskCompletionSource().Task));
        Try("semaphore", () => new SemaphoreSlim(0).Wait());
        Try("slim event", () => new ManualResetEventSlim().Wait());
        Try("event", () => new AutoResetEvent(false).WaitOne());
        Try("countdown", () => new CountdownEvent(1).Wait());
        Try("pulse", () => { object gate = new(); lock (gate) Monitor.Wait(gate); });
        Try("sleep", () => Thread.Sleep(Timeout.Infinite));
        Try("lock of who waits", LockOfWhoWaits);
        Try("method", () => AwaitForever().GetAwaiter().GetResult());
        Task.Run(AwaitForever).GetAwaiter().GetResult();
        Console.WriteLine("not reached");
    }

    private static void Try(string name, Action wait)
    {
        try
        {
            wait();
            Console.WriteLine("not reached: " + name);
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine("refused: " + name);
        }
    }

    private static async Task AwaitForever()
    {
        await Task.Yield();
        await new TaskCompletionSource().Task;
    }

    /// <summary>A task cannot wait for a lock that is held by who waits for the task.</summary>
    private static void LockOfWhoWaits()
    {
        object gate = new();
        lock (gate)
        {
            Task task = Task.Run(() => { lock (gate) { } });
            task.GetAwaiter().GetResult();
        }
    }
}
