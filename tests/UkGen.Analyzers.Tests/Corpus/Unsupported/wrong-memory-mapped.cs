using System.IO.MemoryMappedFiles;

static class Case
{
    internal static void Run()
    {
        var map = MemoryMappedFile.CreateNew(null, 10); // expect: UK2001
        map.Dispose();
    }
}
