// lacking: System.Runtime.CompilerServices.AsyncTaskMethodBuilder
using System.Threading.Tasks;

static class Case
{
    internal static async Task Run() // expect: UK2002
    {
        await Task.Yield();
    }
}
