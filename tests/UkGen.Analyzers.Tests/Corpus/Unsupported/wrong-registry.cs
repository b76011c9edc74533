using Microsoft.Win32;

static class Case
{
    internal static void Run()
    {
        Registry.GetValue("a", "b", null); // expect: UK2001
    }
}
