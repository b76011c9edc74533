using System.IO;
using System.Runtime.Versioning;

[UnsupportedOSPlatform("unikernel")]
class Case
{
    private FileStream? _file;
    internal void Run() => _file = File.OpenRead("a");
    internal long Length => _file!.Length;
}
