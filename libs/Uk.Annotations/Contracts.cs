// What a contract is. The contracts themselves stand beside the libraries that define them.

namespace Uk;

/// <summary>
/// The name of a service that one library provides and others require, for example <c>IMemoryRegion</c>.
/// </summary>
/// <remarks>
/// A contract is written twice, because C# does not accept an interface with static abstract members as a type
/// argument (CS8920): <c>interface IClock : IContract;</c> is its name, used in <c>[Provides&lt;IClock&gt;]</c> and
/// <c>[Requires&lt;IClock&gt;]</c>; <c>interface IClock&lt;TSelf&gt; : IClock</c> carries the static abstract members,
/// used in constraints: <c>where TClock : struct, IClock&lt;TClock&gt;</c>.
/// </remarks>
public interface IContract;

/// <summary>
/// The options of a library or of a part: an interface of <c>static virtual</c> properties with their defaults. The
/// composition provides it: it emits a struct that overrides what the application chose, and ilc folds the constants.
/// </summary>
public interface IOptions : IContract;

/// <summary>A library that must be brought up before the application runs.</summary>
/// <remarks>
/// The composition calls <see cref="Initialize"/> once, on lcore 0, after everything that the library requires.
/// A library that cannot come up throws with a message that says what to do: on the host an ordinary exception, in an
/// image a panic that prints it.
/// </remarks>
public interface IInitialize<TSelf> where TSelf : struct, IInitialize<TSelf>
{
    static abstract void Initialize();
}
