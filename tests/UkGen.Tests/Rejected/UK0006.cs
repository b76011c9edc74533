// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    [UkLibrary, Provides<IClock>]
//              ^^^^^^^^^^^^^^^^ UK0006: Contract IClock has no 'interface IClock<TSelf> : IClock' beside it to carry its members
    public struct TickClock : IClock;
}
