using System.Text;
using Uk;

static unsafe class Case
{
    [HotPath]
    internal static void Run(StringBuilder text)
    {
        text.Append(1); // expect: UK2106
    }
}
