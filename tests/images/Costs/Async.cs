using System;
using System.Threading.Tasks;

await Work();
Console.WriteLine("done");

static async Task Work()
{
    await Task.Yield();
    await Task.Delay(1);
}
