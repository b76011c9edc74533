using System.IO;

static class Case
{
    internal static void Run()
    {
        var watcher = new FileSystemWatcher("a"); // expect: UK2001
        watcher.Dispose();
    }
}
