using Uk;

static class Case
{
    [HotPath]
    internal static string Name => string.Concat("a", s_name); // expect: UK2101
    private static readonly string s_name = "b";
}
