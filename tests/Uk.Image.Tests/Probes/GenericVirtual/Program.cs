// A generic virtual method that no image can have: any Box answers, and the call does not say which.

interface IShow
{
    string Show<T>(T value);
}

sealed class Box<TKept>(TKept kept) : IShow
{
    public string Show<T>(T value) => $"{kept} {value}";
}

static class GenericVirtual
{
    static string Ask(IShow show) => show.Show(1);

    static void Main() => System.Console.WriteLine(Ask(new Box<string>("a")));
}
