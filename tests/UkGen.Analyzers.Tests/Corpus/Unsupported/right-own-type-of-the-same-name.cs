namespace Mine
{
    static class File
    {
        internal static string ReadAllText(string name) => name;
    }

    static class Case
    {
        internal static string Run() => File.ReadAllText("a");
    }
}
