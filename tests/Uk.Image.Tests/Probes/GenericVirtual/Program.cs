// A generic virtual method that no image can have: any Box answers, and neither the call nor the code that makes boxes says
// which.

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
    static IShow Wrap<T>(T value) => new Box<T>(value);
    static string Ask(IShow show) => show.Show(1);

    static void Main() => System.Console.WriteLine(Ask(Wrap("a")));
}
