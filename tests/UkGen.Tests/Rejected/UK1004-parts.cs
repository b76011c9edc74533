namespace App
{
    public interface ILeft : IContract;

    public interface ILeft<TSelf> : ILeft where TSelf : struct, ILeft<TSelf>;

    public interface IRight : IContract;

    public interface IRight<TSelf> : IRight where TSelf : struct, IRight<TSelf>;

    public interface ISideOptions : IOptions;

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<ILeft, ISideOptions>]
    public sealed class LeftAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Struct)]
    [Part<IRight, ISideOptions>]
    public sealed class RightAttribute : Attribute;

    [UkLibrary, Provides<ILeft>]
    [Requires<IRight>]
    public struct LeftHand<TRight> : ILeft<LeftHand<TRight>> where TRight : struct, IRight<TRight>;

    [UkLibrary, Provides<IRight>]
    [Requires<ILeft>]
    public struct RightHand<TLeft> : IRight<RightHand<TLeft>> where TLeft : struct, ILeft<TLeft>;

    [Left]
//   ^^^^ UK1004: This needs itself: A → B → A. Break the circle by choosing another provider with [Uses(…)].
    partial struct A;

    [Right]
    partial struct B;

    static class Program
    {
        [Lcore(0)]
        internal static void Loop() { }
    }
}
