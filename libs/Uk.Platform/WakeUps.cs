// How one lcore ends the rest of another.

namespace Uk.Platform;

public interface IWakeUps : IContract;

/// <summary>Wake-ups between the lcores of a program.</summary>
public interface IWakeUps<TSelf> : IWakeUps where TSelf : struct, IWakeUps<TSelf>
{
    /// <summary>A constant: false where lcores cannot wake each other, so that whoever waits for another polls.</summary>
    [HotPath]
    static abstract bool CanWake { get; }

    /// <summary>A file that an lcore can rest with (<see cref="IRest{TSelf}"/>); -1 where the system has none. Control path.</summary>
    static abstract int Create();

    /// <summary>Makes the file readable. Any lcore.</summary>
    static abstract void Wake(int file);

    /// <summary>The file is not readable any more, until the next <see cref="Wake"/>.</summary>
    static abstract void Acknowledge(int file);

    /// <summary>
    /// A full memory barrier on all lcores, between two of their instructions: they pay nothing for it where none is asked
    /// for. False where the system refuses. Control path.
    /// </summary>
    static abstract bool TryBarrierOnAllLcores();
}

/// <summary>On a machine of its own lcores do not wake each other.</summary>
[UkLibrary(Targets = UkTargets.Kvm)]
[Provides<IWakeUps>]
public readonly struct NoWakeUps : IWakeUps<NoWakeUps>
{
    public static bool CanWake => false;
    public static int Create() => -1;

    public static void Wake(int file)
    {
    }

    public static void Acknowledge(int file)
    {
    }

    public static bool TryBarrierOnAllLcores() => false;
}
