// output: library
// fakes: Platforms

namespace App
{
    [UkLibrary]
    public struct TickClock
//                ^^^^^^^^^ UK0007: Library TickClock provides nothing, so no composition can ever use it: add [Provides<…>]
    {
        public static ulong Now => 0;
    }
}
