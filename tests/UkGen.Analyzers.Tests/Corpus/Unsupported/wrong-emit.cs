using System.Reflection.Emit;

static class Case
{
    internal static void Run()
    {
        var method = new DynamicMethod("a", null, null); // expect: UK2001
    }
}
