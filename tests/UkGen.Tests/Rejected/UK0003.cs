// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>
    {
        static abstract ulong Now { get; }
    }

    public interface IClockOptions : IOptions;

    [UkLibrary, Provides<IClock>]
    [Requires<IConsole>]
//   ^^^^^^^^^^^^^^^^^^ UK0003: Type parameter TCpu of library TickClock stands for this requirement: constrain it with 'where TCpu : struct, IConsole<TCpu>'
    [Requires<ICpu>]
//   ^^^^^^^^^^^^^^ UK0003: Type parameter TConsole of library TickClock stands for this requirement: constrain it with 'where TConsole : struct, ICpu<TConsole>'
    [Requires<IClockOptions>]
//   ^^^^^^^^^^^^^^^^^^^^^^^ UK0003: Type parameter TOptions of library TickClock stands for this requirement: constrain it with 'where TOptions : struct, IClockOptions'
    public struct TickClock<TCpu, TConsole, TOptions> : IClock<TickClock<TCpu, TConsole, TOptions>>
        where TCpu : struct, ICpu<TCpu>
        where TConsole : struct, IConsole<TConsole>
        where TOptions : IClockOptions
    {
        public static ulong Now => TCpu.Cycles;
    }
}
