using System.Threading.Tasks;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run()
    {
        Task.Run(Go); // expect: UK2101
    }

    private static void Go()
    {
    }
}
