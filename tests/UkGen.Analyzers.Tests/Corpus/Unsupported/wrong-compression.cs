using System.IO;
using System.IO.Compression;

static class Case
{
    internal static void Run()
    {
        var gzip = new GZipStream(Stream.Null, CompressionMode.Compress); // expect: UK2001
    }
}
