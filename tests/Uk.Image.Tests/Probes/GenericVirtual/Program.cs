// Generic virtual methods that no image can have: a Box for ever deeper pairs, which no compiler can make all of; and a class
// whose instances of one variant interface stand for each other.

interface IShow
{
    string Show<T>(T value);
}

sealed class Box<TKept>(TKept kept) : IShow
{
    public string Show<T>(T value) => $"{kept} {value}";
}

sealed record Pair<T>(T First, T Second);

interface ISource<out TKept>
{
    R Visit<R>(System.Func<TKept, R> visitor);
}

sealed class Source : ISource<string>, ISource<System.Version>
{
    R ISource<string>.Visit<R>(System.Func<string, R> visitor) => visitor("b");
    R ISource<System.Version>.Visit<R>(System.Func<System.Version, R> visitor) => visitor(new(1, 2));
}

static class GenericVirtual
{
    static string Look(ISource<System.Version> source) => source.Visit(value => $"{value}");
    static IShow Wrap<T>(T value, int times) => times == 0 ? new Box<T>(value) : Wrap(new Pair<T>(value, value), times - 1);
    static string Ask(IShow show) => show.Show(1);

    static void Main(string[] arguments) => System.Console.WriteLine(Ask(Wrap("a", arguments.Length)) + Look(new Source()));
}
