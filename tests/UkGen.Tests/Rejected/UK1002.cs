namespace App
{
    public interface IBell : IContract;

    public interface IBell<TSelf> : IBell where TSelf : struct, IBell<TSelf>;

    public interface IBellOptions : IOptions;

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IBell, IBellOptions>]
    public sealed class BellAttribute : Attribute;

    [UkLibrary, Provides<IBell>]
    public struct Gong : IBell<Gong>;

    [UkLibrary, Provides<IBell>]
    [Requires<ICpu>]
    public struct Chime<TCpu> : IBell<Chime<TCpu>> where TCpu : struct, ICpu<TCpu>;

    [Bell]
//   ^^^^ UK1002: Alarm needs IBell, which Chime and Gong provide. Choose one, for example with [Uses(typeof(Chime<>))].
    partial struct Alarm;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
