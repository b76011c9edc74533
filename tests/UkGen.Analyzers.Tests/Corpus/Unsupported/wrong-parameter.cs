using System.IO;

static class Case
{
    internal static int Read(FileStream file) => file.ReadByte(); // expect: UK2001
}
