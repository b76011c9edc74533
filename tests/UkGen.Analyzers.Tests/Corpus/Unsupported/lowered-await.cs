// lacking: System.Runtime.CompilerServices.TaskAwaiter:M.GetResult
using System.Threading.Tasks;

static class Case
{
    internal static async Task Run()
    {
        await Task.Yield();
        await Task.Delay(1); // expect: UK2002
    }
}
