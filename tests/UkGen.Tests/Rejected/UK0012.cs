// output: library
// fakes: Platforms

namespace App
{
    public interface IClock : IContract;

    public interface IClock<TSelf> : IClock where TSelf : struct, IClock<TSelf>;

    [UkLibrary, Provides<IClock>]
    [Vdev("Null port")]
//   ^^^^^^^^^^^^^^^^^ UK0012: Wall is for the device 'Null port', which cannot be the name of one: 1 to 32 lower-case letters, digits, hyphens and underscores
    public struct Wall : IClock<Wall>;
}
