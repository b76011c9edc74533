namespace App
{
    public interface IHen : IContract;

    public interface IHen<TSelf> : IHen where TSelf : struct, IHen<TSelf>;

    public interface IEgg : IContract;

    public interface IEgg<TSelf> : IEgg where TSelf : struct, IEgg<TSelf>;

    public interface IFarmOptions : IOptions;

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IHen, IFarmOptions>]
    public sealed class FarmAttribute : Attribute;

    [UkLibrary, Provides<IHen>]
    [Requires<IEgg>]
    public struct Hen<TEgg> : IHen<Hen<TEgg>> where TEgg : struct, IEgg<TEgg>;

    [UkLibrary, Provides<IEgg>]
    [Requires<IHen>]
    public struct Egg<THen> : IEgg<Egg<THen>> where THen : struct, IHen<THen>;

    [Farm]
//   ^^^^ UK1004: This needs itself: Egg → Hen → Egg. Break the circle by choosing another provider with [Uses(…)].
    partial struct Yard;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
