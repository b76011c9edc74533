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
//              ^^^^^^^^^^^^^^^^ UK0004: Library TickClock provides IClock but does not implement IClock<TickClock>
    public struct TickClock
    {
        public static ulong Now => 0;
    }
}
