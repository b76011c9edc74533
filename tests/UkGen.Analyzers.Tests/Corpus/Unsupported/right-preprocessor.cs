using System.IO;

static class Case
{
    internal static void Run()
    {
        #if !UK_IMAGE && NEVER
        File.Delete("a");
        #endif
    }
}
