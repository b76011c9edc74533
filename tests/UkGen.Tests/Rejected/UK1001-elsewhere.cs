// target: linux

namespace App
{
    public interface IBell : IContract;

    public interface IBell<TSelf> : IBell where TSelf : struct, IBell<TSelf>;

    public interface IBellOptions : IOptions;

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IBell, IBellOptions>]
    public sealed class BellAttribute : Attribute;

    [UkLibrary, Provides<IBell>]
    [Requires<IBus>]
    public struct BusBell<TBus> : IBell<BusBell<TBus>> where TBus : struct, IBus<TBus>;

    [Bell]
//   ^^^^ UK1001: Alarm → BusBell needs IBus, which no referenced library provides on linux; PciBus provides it on kvm. Build for that with -p:UkTarget=…, or reference a library that provides it here
    partial struct Alarm;

    [Bell]
    partial struct Doorbell;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
