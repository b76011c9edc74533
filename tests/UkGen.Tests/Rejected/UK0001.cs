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
    public struct TickClock : IClock<TickClock>
    {
        private ulong _ticks;
//                    ^^^^^^ UK0001: Library TickClock has the instance field or property _ticks: a library is never instantiated; make it static
        public static ulong Now => 0;
        public ulong Ticks() => _ticks++;
    }
}
