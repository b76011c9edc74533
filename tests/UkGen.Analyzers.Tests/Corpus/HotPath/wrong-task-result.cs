using System.Threading.Tasks;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(Task<int> task)
    {
        int number = task.Result; // expect: UK2104
    }
}
