namespace Uk.Qemu;

/// <summary>How a machine ended.</summary>
public enum GuestEnd
{
    /// <summary>The guest wrote a status to isa-debug-exit.</summary>
    Status,
    /// <summary>Reset, triple fault or power-off: it ended without a status.</summary>
    NoStatus,
    /// <summary>QEMU refused to start it, and said why.</summary>
    NotStarted,
    /// <summary>A signal ended QEMU.</summary>
    Killed,
}

/// <summary>How a machine ended.</summary>
/// <param name="Status">The guest's status where it gave one.</param>
public readonly record struct GuestExit(GuestEnd End, int Status)
{
    /// <summary>What a guest that panicked ends with.</summary>
    public const int PanicStatus = 127;

    /// <summary>The status that a shell sees where the guest gave none.</summary>
    public const int NoStatusCode = 126;

    /// <summary>The status that a shell sees where QEMU did not start.</summary>
    public const int NotStartedCode = 125;

    /// <param name="exitCode">QEMU's own status: isa-debug-exit makes it twice the guest's plus one.</param>
    /// <param name="saidError">QEMU printed an error. It ends with 1 then, as it does for a guest's status 0.</param>
    public static GuestExit FromQemu(int exitCode, bool saidError) => exitCode switch
    {
        1 when saidError => new(GuestEnd.NotStarted, 0),
        > 128 and < 160 when (exitCode & 1) == 0 || saidError => new(GuestEnd.Killed, 0),
        _ when (exitCode & 1) == 1 => new(GuestEnd.Status, exitCode >> 1),
        _ => new(GuestEnd.NoStatus, 0),
    };

    /// <summary>What a command that ran the guest returns.</summary>
    public int ToStatusCode() => End switch
    {
        GuestEnd.Status => Status,
        GuestEnd.NotStarted => NotStartedCode,
        _ => NoStatusCode,
    };

    public override string ToString() => End == GuestEnd.Status ? $"status {Status}" : End.ToString();
}
