// output: library
// fakes: Platforms

namespace App
{
    [Combine(typeof(Both<>))]
//   ^^^^^^^^^^^^^^^^^^^^^^^ UK0009: Both cannot combine providers of IClock: it must be a struct X<A, B> of its own, A and B constrained to 'struct' and IClock<…>, that implements IClock<X<A, B>>
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>;

    public struct Both<T> : IClock<Both<T>> where T : struct, IClock<T>;
}
