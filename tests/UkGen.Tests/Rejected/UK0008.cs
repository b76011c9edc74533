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
    public struct TickClock : IClock<TickClock>, IInitialize<TickClock>
    {
        static ulong IClock<TickClock>.Now => 0;
//                                     ^^^ UK0008: Library TickClock implements IClock.Now explicitly: compositions call it by its name, so make it a public static member
        static void IInitialize<TickClock>.Initialize() { }
//                                         ^^^^^^^^^^ UK0008: Library TickClock implements IInitialize.Initialize explicitly: compositions call it by its name, so make it a public static member
    }
}
