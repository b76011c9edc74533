using System.IO;

static class Case
{
    internal static FileInfo? Open() => null; // expect: UK2001
}
