// A generic virtual method that no image can have: any Box answers, and neither the call nor the code that makes boxes says
// which. And a Source for one type may be one for another.

interface IShow
{
    string Show<T>(T value);
}

sealed class Box<TKept>(TKept kept) : IShow
{
    public string Show<T>(T value) => $"{kept} {value}";
}

interface ISource<out TKept>
{
    R Visit<R>(System.Func<TKept, R> visitor);
}

sealed class Source<TKept>(TKept kept) : ISource<TKept>
{
    public R Visit<R>(System.Func<TKept, R> visitor) => visitor(kept);
}

static class GenericVirtual
{
    static ISource<T> From<T>(T value) => new Source<T>(value);
    static string Look(ISource<object> source) => source.Visit(value => $"{value}");
    static IShow Wrap<T>(T value) => new Box<T>(value);
    static string Ask(IShow show) => show.Show(1);

    static void Main() => System.Console.WriteLine(Ask(Wrap("a")) + Look(From("b")));
}
