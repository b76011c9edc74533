// The identity of lcores for every target: a constant where there is one.

using System.Runtime.CompilerServices;

namespace Uk.Platform;

/// <summary>The lcores of the composition on the processors of the platform.</summary>
[UkLibrary]
[Provides<ILcores>]
[Requires<IProcessors>]
[Requires<ILcoreOptions>]
public readonly struct Lcores<TProcessors, TOptions> : ILcores<Lcores<TProcessors, TOptions>>
    where TProcessors : struct, IProcessors<TProcessors>
    where TOptions : struct, ILcoreOptions
{
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TOptions.Count;
    }

    public static int Id
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TOptions.Count == 1 ? 0 : TProcessors.CurrentLcore;
    }
}
