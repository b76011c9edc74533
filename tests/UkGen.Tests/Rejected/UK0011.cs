// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>
    {
        static abstract int Rate { get; }
    }

    public interface IClockOptions : IOptions
    {
        static virtual int Rate => 1000;
    }

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IClock, IClockOptions>]
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ UK0011: IClock and IClockOptions both have Rate: the part's member would answer for its option; rename one of them
    public sealed class ClockAttribute : Attribute
    {
        public int Rate { get; set; }
    }
}
