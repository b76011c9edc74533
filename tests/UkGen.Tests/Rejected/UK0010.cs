// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>;

    public interface IClockOptions : IOptions
    {
        static virtual int Rate => 1000;
    }

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IClock, IClockOptions>]
    public sealed class ClockAttribute(string label) : Attribute
//                                            ^^^^^ UK0010: Argument label of ClockAttribute has no property of that name and type in IClockOptions, so setting it would have no effect
    {
        public string Label { get; } = label;
        public long Rate { get; set; }
//                  ^^^^ UK0010: Argument Rate of ClockAttribute has no property of that name and type in IClockOptions, so setting it would have no effect
    }
}
