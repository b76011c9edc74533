// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>
    {
        static abstract ulong Now { get; }
    }

    public interface ICounter : IContract;

    [UkLibrary, Provides<IClock>]
    [Requires<ICounter>]
//   ^^^^^^^^^^^^^^^^^^ UK0006: Contract ICounter has no 'interface ICounter<TSelf> : ICounter' beside it to carry its members
    public struct TickClock<TCounter> : IClock<TickClock<TCounter>>
        where TCounter : struct, ICounter
    {
        public static ulong Now => 0;
    }
}
