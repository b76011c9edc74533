using System.Threading.Tasks;
using Uk;

static class Case
{
    [HotPath]
    internal static async Task Run()
    {
        await Task.Yield(); // expect: UK2104
    }
}
