using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.X86;

[Intrinsic]
public abstract class X86Base
{
    internal X86Base() { }

    public static bool IsSupported { get => IsSupported; }

    /// <summary>PAUSE: the loop around it waits.</summary>
    public static void Pause() => Pause();
}
