// Says back what comes in, line by line, while a task of its own goes on.

using System;
using System.Threading.Tasks;

int ticks = 0;
bool ended = false;
Task clock = Tick();
Console.WriteLine("ready");
while (Console.ReadLine() is { } line) Console.WriteLine($"[{line}] {line.Length}");
ended = true;
await clock;
Console.WriteLine(ticks > 0 ? "the task went on" : "the task stood still");

async Task Tick()
{
    while (!ended)
    {
        await Task.Delay(1);
        ticks++;
    }
}
