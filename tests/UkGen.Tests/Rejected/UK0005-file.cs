// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>
    {
        static abstract ulong Now { get; }
    }

    [UkLibrary, Provides<IClock>]
    file struct TickClock : IClock<TickClock>
//              ^^^^^^^^^ UK0005: Library TickClock must be an ordinary struct directly in a namespace: not nested, not a ref struct and not local to its file
    {
        public static ulong Now => 0;
    }
}
