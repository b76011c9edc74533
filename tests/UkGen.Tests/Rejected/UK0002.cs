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
    [Requires<ICpu>]
    public struct TickClock<TCpu, TConsole> : IClock<TickClock<TCpu, TConsole>>
//                ^^^^^^^^^ UK0002: Library TickClock has 2 type parameters and 1 [Requires<…>] attributes: write one attribute per type parameter, in the same order
        where TCpu : struct, ICpu<TCpu>
        where TConsole : struct, IConsole<TConsole>
    {
        public static ulong Now => TCpu.Cycles;
    }
}
